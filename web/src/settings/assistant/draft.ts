// The settings while somebody edits them: what was saved, what is on screen, and sending one as the other.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ApiError, type Assistant, type AssistantSettings } from "../../api";
import { errorAt } from "../../saving";
import { tidied } from "./tidied";
import { useErrors } from "./useErrors";

type Unanswered = AssistantSettings["unanswered"];
type Handover = Unanswered["handover"];

export interface Draft {
  saved: Assistant;
  settings: AssistantSettings;
  /** `undefined`: the stored key stays; `null`: it goes; a text: it becomes the key. */
  modelKey: string | null | undefined;
  unsaved: boolean;
  /** What the errors are about: the settings as they were when they were last checked. */
  checked: AssistantSettings;
  change: (part: Partial<AssistantSettings>) => void;
  changeUnanswered: (part: Partial<Unanswered>) => void;
  changeHandover: (part: Partial<Handover>) => void;
  changeModelKey: (key: string | null | undefined) => void;
  errorOf: (field: string) => string | undefined;
}

export function useDraft(loaded: Assistant) {
  const [saved, setSaved] = useState(loaded);
  const [settings, setSettings] = useState(loaded.settings);
  const [modelKey, changeModelKey] = useState<string | null | undefined>(undefined);
  const [checked, setChecked] = useState(loaded.settings);
  const { errors, tried, check, refuse, forget } = useErrors(settings, saved.settings);
  const show = (assistant: Assistant) => {
    setSaved(assistant);
    setSettings(assistant.settings);
    changeModelKey(undefined);
    forget();
  };
  const { save, takeOver } = useSaving(saved, show);

  const change = (part: Partial<AssistantSettings>) => setSettings((now) => ({ ...now, ...part }));
  const changeUnanswered = (part: Partial<Unanswered>) =>
    setSettings((now) => ({ ...now, unanswered: { ...now.unanswered, ...part } }));
  const draft: Draft = {
    saved,
    settings,
    modelKey,
    unsaved: modelKey !== undefined || JSON.stringify(settings) !== JSON.stringify(saved.settings),
    checked,
    change,
    changeUnanswered,
    changeHandover: (part) =>
      setSettings((now) => ({
        ...now,
        unanswered: { ...now.unanswered, handover: { ...now.unanswered.handover, ...part } },
      })),
    changeModelKey,
    errorOf: (field) => errorAt(errors, field),
  };

  const send = (version: number) => {
    setChecked(settings);
    if (!check()) return;
    save.mutate(
      { settings: tidied(settings), version, model_key: modelKey },
      { onError: (error) => (error instanceof ApiError ? refuse(error.fields, settings) : undefined) },
    );
  };
  return {
    draft,
    /** What stands in the way of saving, once somebody has tried. */
    inTheWay: tried ? errors : [],
    save,
    submit: () => send(saved.version),
    /** After a conflict: what is on screen replaces what the other person saved. */
    overwrite: async () => send((await takeOver()).version),
    /** After a conflict, or on a change of mind: back to what the server has. */
    async reload() {
      show(await takeOver());
      save.reset();
    },
    discard() {
      setSettings(saved.settings);
      changeModelKey(undefined);
      forget();
      save.reset();
    },
  };
}

interface Wish {
  settings: AssistantSettings;
  version: number;
  model_key: string | null | undefined;
}

function useSaving(saved: Assistant, onSaved: (assistant: Assistant) => void) {
  const queries = useQueryClient();
  const path = `/apps/${saved.app}/assistants/${saved.id}`;
  const save = useMutation({
    mutationFn: (wish: Wish) => api.put<Assistant>(path, wish),
    onSuccess: (assistant) => {
      queries.setQueryData(["assistant", saved.app, saved.id], assistant);
      void queries.invalidateQueries({ queryKey: ["assistants", saved.app] });
      onSaved(assistant);
    },
  });
  return { save, takeOver: () => api.get<Assistant>(path) };
}
