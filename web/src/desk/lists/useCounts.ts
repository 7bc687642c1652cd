// How many conversations each list has; asked again shortly after control moves anywhere in the app.
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api";
import type { ListName } from "../route";
import { useSeat } from "../seat";
import { useAfterControl } from "../useAfterControl";

export type Counts = Record<ListName, number>;

export function useCounts(): Counts | undefined {
  const { app } = useSeat();
  useAfterControl("counts");
  return useQuery({
    queryKey: ["desk", "counts", app],
    queryFn: ({ signal }) => api.get<Counts>(`/apps/${app}/dialogs/counts`, { signal }),
  }).data;
}
