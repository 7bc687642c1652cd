// What this customer talked about before: all their other conversations, the newest first.
import { useQuery } from "@tanstack/react-query";
import { api, withQuery, type Dialog, type Packet, type Page } from "../../api";
import { lastAsked } from "../said";
import { useSeat } from "../seat";

const AT_MOST = 20;

export interface Earlier {
  dialog: string;
  about: string;
  started_at: number;
  outcome: string | null;
}

/** How those ended that came before the handover stands in its packet. */
export function useEarlier(dialog: Dialog, packet: Packet | null) {
  const { app } = useSeat();
  const customer = dialog.customer?.id ?? null;
  const theirs = useQuery({
    queryKey: ["desk", "earlier", app, customer],
    queryFn: async ({ signal }) => {
      const path = withQuery(`/apps/${app}/dialogs`, { list: "all", customer, limit: AT_MOST });
      return (await api.get<Page<Dialog>>(path, { signal })).items;
    },
    enabled: customer !== null,
  });
  const outcomes = new Map(packet?.earlier.map((one) => [one.dialog, one.outcome]));
  return theirs.data?.filter(({ id }) => id !== dialog.id).map((one): Earlier => ({
    dialog: one.id,
    about: lastAsked(one),
    started_at: one.created_at,
    outcome: outcomes.get(one.id) ?? null,
  }));
}
