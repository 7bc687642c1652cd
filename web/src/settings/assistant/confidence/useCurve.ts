// The risk–coverage curve of an app's own knowledge, asked for again while it is being made.
import { useQuery } from "@tanstack/react-query";
import { api, type Curve } from "../../../api";

const MAKING_MS = 3_000;

export function useCurve(app: number) {
  return useQuery({
    queryKey: ["knowledge", app, "curve"],
    queryFn: ({ signal }) => api.get<Curve>(`/apps/${app}/knowledge/curve`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "making" ? MAKING_MS : false),
  });
}
