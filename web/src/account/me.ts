// The person who is signed in. `null` in the cache means: nobody is.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, use, useCallback } from "react";
import { api, ApiError, type Me } from "../api";
import { turnPushOff } from "../push";
import { toast } from "../ui";

export const MeContext = createContext<Me | null>(null);

/** Only behind the Gate, where somebody is always signed in. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error("useMe stands outside the Gate");
  return me;
}

export function useMeQuery() {
  return useQuery({ queryKey: ["me"], queryFn: ({ signal }) => currentMe(signal), staleTime: Infinity });
}

async function currentMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await api.get<Me>("/sessions/current", { signal });
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** What the next person may not see of the one before is forgotten at once. */
export function useSignedIn() {
  const queries = useQueryClient();
  return useCallback(
    (me: Me) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
      queries.setQueryData(["me"], me);
    },
    [queries],
  );
}

export function useSignOut() {
  const queries = useQueryClient();
  return useCallback(async () => {
    const me = queries.getQueryData<Me | null>(["me"]);
    // Whoever uses this browser next is not told what concerned the one before; a server that is away forgets it later.
    if (me) await turnPushOff(me).catch(() => undefined);
    try {
      await api.delete("/sessions/current");
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) return toast.failed(error);
    }
    queries.setQueryData(["me"], null);
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "me" });
  }, [queries]);
}
