// The widget's settings while somebody edits them: what was saved, what is on screen, and sending one as the other.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ApiError, type Assistant, type WidgetSettings } from "../api";
import { errorAt, type FieldErrors, useFocusOnFirst } from "../saving";
import { checkWidget, tidied } from "./check";

export interface Draft {
  saved: Assistant;
  widget: WidgetSettings;
  unsaved: boolean;
  change: (part: Partial<WidgetSettings>) => void;
  errorOf: (field: keyof WidgetSettings) => string | undefined;
}

export type Editing = ReturnType<typeof useDraft>;

export function useDraft(loaded: Assistant) {
  const queries = useQueryClient();
  const [saved, setSaved] = useState(loaded);
  const [widget, setWidget] = useState(loaded.settings.widget);
  const [errors, setErrors] = useState<FieldErrors>([]);
  const path = `/apps/${saved.app}/assistants/${saved.id}`;

  const settle = (assistant: Assistant) => {
    queries.setQueryData(["assistant", assistant.app, assistant.id], assistant);
    setSaved(assistant);
    setWidget(assistant.settings.widget);
    setErrors([]);
  };
  // Everything else of the AI Agent stays as it was loaded.
  const save = useMutation({
    mutationFn: ({ settings, version }: Pick<Assistant, "settings" | "version">) =>
      api.put<Assistant>(path, { settings: { ...settings, widget: tidied(widget) }, version }),
    onSuccess: (assistant) => {
      settle(assistant);
      void queries.invalidateQueries({ queryKey: ["assistants", assistant.app] });
    },
    onError: (error) => setErrors(error instanceof ApiError ? error.fields : []),
  });
  useFocusOnFirst(errors);

  const send = (to: Assistant) => {
    const found = checkWidget(widget);
    setErrors(found);
    if (found.length === 0) save.mutate(to);
  };
  const draft: Draft = {
    saved,
    widget,
    unsaved: JSON.stringify(widget) !== JSON.stringify(saved.settings.widget),
    change: (part) => setWidget((now) => ({ ...now, ...part })),
    errorOf: (field) => errorAt(errors, `widget.${field}`),
  };
  return {
    draft,
    errors,
    save,
    submit: () => send(saved),
    /** After a conflict: these looks, with everything else as the other person saved it. */
    keepMine: async () => send(await api.get<Assistant>(path)),
    async loadTheirs() {
      settle(await api.get<Assistant>(path));
      save.reset();
    },
    discard() {
      setWidget(saved.settings.widget);
      setErrors([]);
      save.reset();
    },
  };
}
