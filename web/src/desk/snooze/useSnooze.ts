// Puts a conversation of mine aside until later, and takes it back.
import { api, type Dialog } from "../../api";
import { useLive } from "../../live";
import { toast } from "../../ui";
import { untilInWords } from "./times";

export function useSnooze(dialog: Dialog) {
  const live = useLive();
  const path = `/dialogs/${dialog.id}/snooze`;
  const ask = async (wish: () => Promise<unknown>, done: string) => {
    try {
      await wish();
      live.dispatch({ type: "dialogs_loaded", dialogs: [await api.get<Dialog>(`/dialogs/${dialog.id}`)] });
      toast.done(done);
    } catch (error) {
      toast.failed(error);
    }
  };
  return {
    snooze: (until: number) => ask(() => api.put(path, { until }), `Snoozed ${untilInWords(until, Date.now())}.`),
    wake: () => ask(() => api.delete(path), "It is back among yours."),
  };
}
