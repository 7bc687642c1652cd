// The overview of an app, as the server tells it; asked again and again, more often while the first steps are taken.
import { useQuery } from "@tanstack/react-query";
import { api, withQuery, type Overview } from "../api";
import { isComplete } from "./start/steps";

const REFRESH_MS = 15_000;
const STARTING_MS = 3_000;

export function useOverview(app: number) {
  return useQuery({
    queryKey: ["overview", app],
    queryFn: ({ signal }) => api.get<Overview>(withQuery(`/apps/${app}/overview`, { from: midnight() }), { signal }),
    refetchInterval: ({ state }) => (state.data && !isComplete(state.data.start) ? STARTING_MS : REFRESH_MS),
    refetchOnWindowFocus: "always",
  });
}

/** Today is the reader's. */
function midnight(): number {
  return new Date().setHours(0, 0, 0, 0);
}
