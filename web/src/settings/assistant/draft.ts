// The settings while somebody edits them: what was saved, what is on screen, and sending one as the other.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, ApiError, type Assistant, type AssistantSettings } from "../../api";
import { useFocusOnFirst } from "../useFocusOnFirst";
import { checkSettings, errorAt, type FieldErrors } from "./check";
import { tidied } from "./tidied";

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
  const [errors, setErrors] = useState<FieldErrors>([]);
  const [checked, setChecked] = useState(loaded.settings);
  const { save, takeOver } = useSaving(saved, (assistant) => {
    setSaved(assistant);
    setSettings(assistant.settings);
    changeModelKey(undefined);
    setErrors([]);
  });

  useEffect(() => {
    if (save.error instanceof ApiError) setErrors(save.error.fields);
  }, [save.error]);
  useFocusOnFirst(errors);

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
    const found = checkSettings(settings);
    setErrors(found);
    setChecked(settings);
    if (found.length === 0) save.mutate({ settings: tidied(settings), version, model_key: modelKey });
  };
  return {
    draft,
    errors,
    save,
    submit: () => send(saved.version),
    /** After a conflict: what is on screen replaces what the other person saved. */
    overwrite: async () => send((await takeOver()).version),
    /** After a conflict, or on a change of mind: back to what the server has. */
    async reload() {
      const assistant = await takeOver();
      setSaved(assistant);
      setSettings(assistant.settings);
      changeModelKey(undefined);
      setErrors([]);
      save.reset();
    },
    discard() {
      setSettings(saved.settings);
      changeModelKey(undefined);
      setErrors([]);
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
