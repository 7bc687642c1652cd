// Whom a note can mention: everybody who works here except oneself.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Agent } from "../../../api";
import { everyPage } from "../../../paging";
import { useSeat } from "../../seat";

export function useColleagues(wanted: boolean): Agent[] {
  const { me, app } = useSeat();
  const { data } = useQuery({
    queryKey: ["desk", "agents", app],
    queryFn: ({ signal }) => everyPage<Agent>(`/apps/${app}/agents`, signal),
    enabled: wanted,
  });
  return useMemo(() => (data ?? []).filter(({ id, disabled }) => !disabled && id !== me.id), [data, me.id]);
}
