// Which list to show: the one in the address, else the one where this agent's work is. Null until that is known.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, type Me } from "../../api";
import { useLiveState } from "../../live";
import { LISTS, useNamedList, type ListName, type PaneName } from "../route";
import { useSeat } from "../seat";
import type { Counts } from "./useCounts";

// Without a connection, what is there is shown after this.
const PATIENCE_MS = 2_000;

/** Admins take no conversations, so none is theirs. Only who supervises looks at the team. */
export function panesOf(me: Me): readonly PaneName[] {
  const lists = me.kind === "admin" ? LISTS.filter((name) => name !== "mine" && name !== "snoozed") : LISTS;
  return me.supervises ? [...lists, "team"] : lists;
}

export function useCurrentList(): PaneName | null {
  const { me } = useSeat();
  const named = useNamedList();
  const inAddress = panesOf(me).find((name) => name === named);
  const landing = useLanding(inAddress === undefined && me.kind === "agent");
  if (inAddress) return inAddress;
  return me.kind === "agent" ? landing : "queue";
}

/** Decided once, and not before what waited has been assigned to whoever just came: the list must not change under them. */
function useLanding(wanted: boolean): ListName | null {
  const { app } = useSeat();
  const arrived = useLiveState((state) => state.arrived);
  const waitedLong = useHasPassed(PATIENCE_MS);
  const counts = useQuery({
    queryKey: ["desk landing", app],
    queryFn: ({ signal }) => api.get<Counts>(`/apps/${app}/dialogs/counts`, { signal }),
    enabled: wanted && (arrived || waitedLong),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (counts.isError) return "queue";
  if (!counts.data) return null;
  return counts.data.queue === 0 && counts.data.mine > 0 ? "mine" : "queue";
}

function useHasPassed(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
