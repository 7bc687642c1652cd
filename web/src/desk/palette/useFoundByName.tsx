// Conversations by the customer's name: at once among those known here, a moment later among all.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, withQuery, type Dialog, type Page, type Hit } from "../../api";
import { useLiveState } from "../../live";
import { Avatar } from "../../ui";
import type { Route } from "../route";
import { lastAsked } from "../said";
import { useSeat } from "../seat";
import { customerName, holder } from "../words";
import type { Command } from "./useCommands";

const SETTLE_MS = 200;
const AT_MOST = 8;
const ASKED = 20;

export function useFoundByName(typed: string, route: Route): Command[] {
  const { me, app } = useSeat();
  const known = useLiveState((state) => state.dialogs);
  const remote = useRemote(useSettled(typed));
  if (typed === "") return [];
  const begins = typed.toLowerCase();
  const here = Object.values(known).filter(
    (dialog) => dialog.app === app && wordsOf(customerName(dialog)).some((rest) => rest.startsWith(begins)),
  );
  here.sort((a, b) => b.updated_at - a.updated_at);
  const found = new Map([...here, ...remote].map((dialog) => [dialog.id, dialog]));
  return [...found.values()].slice(0, AT_MOST).map((dialog) => ({
    id: `dialog-${dialog.id}`,
    label: customerName(dialog),
    detail: `${holder(dialog.control, me).text} · ${lastAsked(dialog)}`,
    group: "Conversations",
    icon: <Avatar name={customerName(dialog)} size="sm" />,
    always: true,
    run: () => route.go({ dialog: dialog.id }),
  }));
}

function useRemote(q: string): Dialog[] {
  const { app } = useSeat();
  const found = useQuery({
    queryKey: ["desk", "names", app, q],
    queryFn: ({ signal }) => api.get<Page<Hit>>(withQuery(`/apps/${app}/search`, { q, limit: ASKED }), { signal }),
    enabled: q !== "",
  });
  return (found.data?.items ?? []).filter(({ message, note }) => !message && !note).map(({ dialog }) => dialog);
}

/** "Ida Berg" is found by "ida b" and by "berg". */
function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split(/\s+/);
  return words.map((_, at) => words.slice(at).join(" "));
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
