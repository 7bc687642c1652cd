// What a list can be narrowed by, and what the ids in an address are called.
import { useQuery } from "@tanstack/react-query";
import type { Agent, Assistant, Label } from "../../api";
import { everyPage } from "../../paging";
import { useLabels } from "../labels/useLabels";
import type { Filter } from "../route";
import { useSeat } from "../seat";
import { useAgents } from "../useAgents";

export interface FilterNames {
  assistants: Pick<Assistant, "id" | "settings">[];
  agents: Agent[];
  labels: Label[];
}

export type FilterKind = keyof Filter;

export const KIND_NAMES: Record<FilterKind, string> = { assistant: "AI Agent", agent: "Agent", label: "Label" };

export function useFilterNames(): FilterNames {
  const { app } = useSeat();
  const assistants = useQuery({
    queryKey: ["desk", "assistants", app],
    queryFn: ({ signal }) => everyPage<Assistant>(`/apps/${app}/assistants`, signal),
  });
  return { assistants: assistants.data ?? [], agents: useAgents().data ?? [], labels: useLabels().data ?? [] };
}

/** Null while it is not known, and for what is no longer there. */
export function nameIn({ assistants, agents, labels }: FilterNames, kind: FilterKind, filter: Filter): string | null {
  switch (kind) {
    case "assistant":
      return assistants.find(({ id }) => id === filter.assistant)?.settings.name ?? null;
    case "agent":
      return agents.find(({ id }) => id === filter.agent)?.full_name ?? null;
    case "label":
      return labels.find(({ id }) => id === filter.label)?.name ?? null;
  }
}
