// The cache of what the server said. When the server says that nobody is signed in any more, the sign-in page returns.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api";

const RETRIES = 2;
const FRESH_MS = 2_000;

function noticeSignedOut(error: unknown) {
  if (error instanceof ApiError && error.reason === "not_signed_in") queries.setQueryData(["me"], null);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Asking again helps only when the server was away, busy or broken; never when it said no.
      retry: (failures, error) => failures < RETRIES && error instanceof ApiError && (error.status === 0 || error.status >= 429),
    },
  },
});
