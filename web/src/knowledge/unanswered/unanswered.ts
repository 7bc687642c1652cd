// What the server knows of unanswered questions, and the wishes one can send about them.
import { useMutation, useQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { api, type AnsweredQuestion, type Page, type Replay, type TrendDay, type UnansweredDetail, type UnansweredQuestion } from "../../api";
import { usePaged } from "../../paging";

export type UnansweredState = "open" | "answered" | "dismissed";
const TREND_DAYS = 14;

export function useUnanswered(app: number, state: UnansweredState) {
  return usePaged<UnansweredQuestion>({
    key: ["unanswered", app],
    path: `/apps/${app}/unanswered`,
    query: { state },
    refetchOnFocus: false,
  });
}

/** With every wording. */
export function useUnansweredDetail(app: number, id: string) {
  return useQuery({
    queryKey: ["unanswered", app, "one", id],
    queryFn: ({ signal }) => api.get<UnansweredDetail>(`/apps/${app}/unanswered/${id}`, { signal }),
  });
}

export function useTrend(app: number) {
  return useQuery({
    queryKey: ["unanswered", app, "trend"],
    queryFn: ({ signal }) => api.get<{ items: TrendDay[] }>(`/apps/${app}/unanswered/trend?days=${TREND_DAYS}`, { signal }),
  });
}

export function useReplays(app: number) {
  return usePaged<Replay>({ key: ["replays", app], path: `/apps/${app}/replays`, refetchOnFocus: false });
}

export interface NewAnswer {
  question: string;
  phrasings: string[];
  answer: string;
}

/** The question stays in the list until `useForget` takes it out, so that its verdict can be read in place. */
export function useTeach(app: number, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: NewAnswer) => api.put<AnsweredQuestion>(`/apps/${app}/unanswered/${id}/answer`, wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["sources", app] }),
  });
}

export function useDismiss(app: number) {
  const forget = useForget(app);
  return useMutation({
    mutationFn: (id: string) => api.delete(`/apps/${app}/unanswered/${id}`),
    onSuccess: (_, id) => forget(id),
  });
}

/** Takes a question out of the open ones without asking for the whole list again. */
export function useForget(app: number) {
  const queries = useQueryClient();
  return (id: string) => {
    queries.setQueryData<InfiniteData<Page<UnansweredQuestion>>>(["unanswered", app, { state: "open" }], (data) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) },
    );
    void queries.invalidateQueries({ queryKey: ["unanswered", app], predicate: (query) => !query.isActive() });
    void queries.invalidateQueries({ queryKey: ["replays", app] });
  };
}
