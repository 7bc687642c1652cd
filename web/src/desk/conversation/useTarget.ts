// The message or note that the address names. Once it is shown, the address no longer names it.
import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

/** A message by its number, or a note by its id; neither: the newest. */
export interface Target {
  at: number | null;
  note: string | null;
}

export function useTarget(): [target: Target, shown: () => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const target = useMemo(() => {
    const params = new URLSearchParams(search);
    return { at: Number(params.get("at")) || null, note: params.get("note") };
  }, [search]);
  const shown = useCallback(() => {
    const rest = new URLSearchParams(search);
    rest.delete("at");
    rest.delete("note");
    navigate(rest.size > 0 ? `${path}?${rest}` : path, { replace: true });
  }, [search, path, navigate]);
  return [target, shown];
}
