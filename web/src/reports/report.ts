// The report of an app, as the server tells it; asked again now and then, because conversations go on.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, withQuery, type Report } from "../api";
import { beginOf, type Days } from "./period";

const REFRESH_MS = 60_000;

export function useReport(app: number, days: Days) {
  return useQuery({
    queryKey: ["report", app, days],
    queryFn: ({ signal }) => api.get<Report>(withQuery(`/apps/${app}/report`, { from: beginOf(days, Date.now()) }), { signal }),
    refetchInterval: REFRESH_MS,
    // While another period is on its way, the one before stays.
    placeholderData: keepPreviousData,
  });
}

/** Nothing at all: no conversation began, none has ended, and nobody has rated. */
export function isEmpty({ episodes, handovers, ratings, hours }: Report): boolean {
  return episodes.ended === 0 && handovers.began === 0 && ratings.count === 0 && hours.every((hour) => hour.episodes === 0);
}
