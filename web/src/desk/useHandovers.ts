// The handovers of one conversation, newest first; asked again when one of them moves.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, type Handover, type Page } from "../api";
import { useLive } from "../live";

export function useHandovers(dialog: string) {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(
    () =>
      live.listen((frame) => {
        const moved = frame.kind === "handover" || frame.kind === "control";
        if (moved && frame.dialog === dialog) void queries.invalidateQueries({ queryKey: ["desk", "handovers", dialog] });
      }),
    [live, queries, dialog],
  );
  return useQuery({
    queryKey: ["desk", "handovers", dialog],
    queryFn: async ({ signal }) => (await api.get<Page<Handover>>(`/dialogs/${dialog}/handovers`, { signal })).items,
  });
}
