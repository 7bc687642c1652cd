// What the server knows of unanswered questions, and the wishes one can send about them.
import { useMutation, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { api, type Page, type Source, type UnansweredQuestion, type Verdict } from "../api";
import { usePaged } from "../paging";

export type UnansweredState = "open" | "answered" | "dismissed";

export function useUnanswered(app: number, state: UnansweredState) {
  return usePaged<UnansweredQuestion>({
    key: ["unanswered", app],
    path: `/apps/${app}/unanswered`,
    query: { state },
    refetchOnFocus: false,
  });
}

export interface Taught {
  source: Source;
  verdict: Verdict;
}

/** The question stays in the list until `useForget` takes it out, so that its verdict can be read in place. */
export function useTeach(app: number, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { question: string; answer: string }) => api.put<Taught>(`/apps/${app}/unanswered/${id}/answer`, wish),
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
  };
}
