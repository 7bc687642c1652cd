// How many conversations each list has; asked again shortly after control moves anywhere in the app.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../api";
import { useLive } from "../../live";
import type { ListName } from "../route";
import { useSeat } from "../seat";

export type Counts = Record<ListName, number>;

const SETTLE_MS = 300;

export function useCounts(): Counts | undefined {
  const { app } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: ["desk", "counts", app] });
    };
    const stop = live.listen((frame) => {
      if (frame.kind === "control" || frame.kind === "dialog") timer ??= setTimeout(ask, SETTLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, queries, app]);
  return useQuery({
    queryKey: ["desk", "counts", app],
    queryFn: ({ signal }) => api.get<Counts>(`/apps/${app}/dialogs/counts`, { signal }),
  }).data;
}
