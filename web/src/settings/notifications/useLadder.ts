// An app's notifications: as the server has them, as they are on screen, and sending one as the other.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, ApiError, type Notifications, type ShownNotifications } from "../../api";
import { errorAt, type FieldErrors, useFocusOnFirst } from "../../saving";
import { checkLadder, ladderOf, settingsOf, type Ladder, type StepName, type Wait } from "./ladder";

/** Loaded afresh for each visit and then left alone, so that nothing changes under the hands of who edits it. */
export function useNotifications(app: number) {
  return useQuery({
    queryKey: ["notifications", app],
    queryFn: ({ signal }) => api.get<ShownNotifications>(`/apps/${app}/notifications`, { signal }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export type Editing = ReturnType<typeof useLadder>;

export function useLadder(app: number, loaded: ShownNotifications) {
  const [saved, setSaved] = useState(() => ladderOf(loaded.settings));
  const [ladder, setLadder] = useState(saved);
  const [errors, setErrors] = useState<FieldErrors>([]);
  // Grows when the boxes must forget what was typed into them.
  const [round, setRound] = useState(0);
  const save = useSaving(app, ({ settings }) => {
    setSaved(ladderOf(settings));
    setLadder(ladderOf(settings));
  });
  useEffect(() => {
    if (save.error instanceof ApiError) setErrors(save.error.fields);
  }, [save.error]);
  useFocusOnFirst(errors);

  const change = (part: Partial<Ladder>) => setLadder((now) => ({ ...now, ...part }));
  return {
    app,
    ladder,
    errors,
    save,
    round,
    unsaved: JSON.stringify(ladder) !== JSON.stringify(saved),
    errorOf: (field: string) => errorAt(errors, field),
    change,
    changeWait: (step: StepName, part: Partial<Wait>) =>
      setLadder((now) => ({ ...now, waits: { ...now.waits, [step]: { ...now.waits[step], ...part } } })),
    submit() {
      const found = checkLadder(ladder);
      setErrors(found);
      if (found.length === 0) save.mutate(settingsOf(ladder));
    },
    discard() {
      setLadder(saved);
      setErrors([]);
      setRound((now) => now + 1);
      save.reset();
    },
  };
}

function useSaving(app: number, onSaved: (saved: ShownNotifications) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: Notifications) => api.put<ShownNotifications>(`/apps/${app}/notifications`, settings),
    onSuccess: (saved) => {
      queries.setQueryData(["notifications", app], saved);
      onSaved(saved);
    },
  });
}
