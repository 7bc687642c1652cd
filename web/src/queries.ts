// The cache of what the server said. When the server says that nobody is signed in any more, the sign-in page returns.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api";
import { lookForServer } from "./connection";

const RETRIES = 2;
const FRESH_MS = 2_000;

function noticeSignedOut(error: unknown) {
  if (error instanceof ApiError && error.reason === "not_signed_in") queries.setQueryData(["me"], null);
}

function noticeUnreachable(error: unknown) {
  if (error instanceof ApiError && error.code === "unreachable") void lookForServer();
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({
    onError: (error) => {
      noticeSignedOut(error);
      noticeUnreachable(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Asking again helps only when the server was away, busy or broken; never when it said no.
      retry: (failures, error) => failures < RETRIES && error instanceof ApiError && (error.status === 0 || error.status >= 429),
    },
    // Without a connection a wish fails at once, and what was typed stays: nothing is done later behind somebody's back.
    mutations: { networkMode: "always" },
  },
});

// At the first failure, before it is tried again.
queries.getQueryCache().subscribe((event) => {
  if (event.type === "updated" && event.action.type === "failed") noticeUnreachable(event.action.error);
});
