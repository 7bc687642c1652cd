// The message that the address names (`at`, its number). Once it is shown, the address no longer names it.
import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

export function useMessageInAddress(): [at: number | null, shown: () => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const at = Number(new URLSearchParams(search).get("at")) || null;
  const shown = useCallback(() => {
    const rest = new URLSearchParams(search);
    rest.delete("at");
    navigate(rest.size > 0 ? `${path}?${rest}` : path, { replace: true });
  }, [search, path, navigate]);
  return [at, shown];
}
