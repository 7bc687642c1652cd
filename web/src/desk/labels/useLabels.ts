// The labels of the app, and putting them on a conversation.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Dialog, type Label } from "../../api";
import { useLive } from "../../live";
import { everyPage } from "../../paging";
import { toast } from "../../ui";
import { useSeat } from "../seat";
import { nextColour } from "./colours";

export function useLabels() {
  const { app } = useSeat();
  return useQuery({
    queryKey: ["desk", "labels", app],
    queryFn: ({ signal }) => everyPage<Label>(`/apps/${app}/labels`, signal),
    refetchOnWindowFocus: "always",
  });
}

/** What is shown changes at once; when the server says no, it is as it was before. */
export function useLabelling(dialog: Dialog) {
  const { app } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  const [wished, setWished] = useState<Label[] | null>(null);
  const labels = wished ?? dialog.labels;

  const put = async (next: Label[]) => {
    setWished(next);
    try {
      await api.put(`/dialogs/${dialog.id}/labels`, { labels: next.map(({ id }) => id) });
      live.dispatch({ type: "dialogs_loaded", dialogs: [await api.get<Dialog>(`/dialogs/${dialog.id}`)] });
    } catch (error) {
      toast.failed(error);
    } finally {
      setWished((latest) => (latest === next ? null : latest));
    }
  };
  const toggle = (label: Label) =>
    put(labels.some(({ id }) => id === label.id) ? labels.filter(({ id }) => id !== label.id) : [...labels, label]);

  const create = async (name: string, known: Label[]) => {
    try {
      const label = await api.post<Label>(`/apps/${app}/labels`, { name, colour: nextColour(known) });
      queries.setQueryData<Label[]>(["desk", "labels", app], (before) => [...(before ?? []), label]);
      await put([...labels, label]);
    } catch (error) {
      toast.failed(error);
      void queries.invalidateQueries({ queryKey: ["desk", "labels", app] });
    }
  };
  return { labels, toggle, create };
}
