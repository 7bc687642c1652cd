// Asks for help with what is being written. What comes back goes into the draft, with a way back; it is never sent by itself.
import { useRef, useState } from "react";
import { api, ApiError, type Dialog, type Drafted, type WantedDraft } from "../../../api";
import { announce } from "../../announce";
import { draftKey, draftOf, keepDraft, noteDraftKey } from "../../drafts";
import type { Mode } from "../composer/Frame";
import { useSeat } from "../../seat";
import { focusReply } from "../replyField";

// A model may think for a while.
const TIMEOUT_MS = 60_000;
const DONE: Record<WantedDraft["task"], string> = {
  answer: "An answer was drafted.",
  rephrase: "Your text was rephrased.",
  shorten: "Your text was shortened.",
  translate: "Your text was translated.",
  summarise: "The conversation was summarised.",
};

export interface Helped {
  sentence: string;
  sources: string[];
  fromModel: boolean;
  undo: () => void;
}

export function useCopilot(dialog: Dialog, mode: Mode, onMode: (mode: Mode) => void) {
  const { me } = useSeat();
  const [busy, setBusy] = useState<WantedDraft["task"] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [helped, setHelped] = useState<Helped | null>(null);
  const asked = useRef(0);

  const keyOf = (target: Mode) => (target === "note" ? noteDraftKey : draftKey)(me, dialog.id);
  const forget = () => {
    asked.current += 1;
    setBusy(null);
    setFailed(null);
    setHelped(null);
  };
  const ask = async (wish: Omit<WantedDraft, "text">) => {
    // A summary is for colleagues: it never stands where a click would send it to the customer.
    const target: Mode = wish.task === "summarise" ? "note" : mode;
    const key = keyOf(target);
    const before = draftOf(key);
    forget();
    const mine = asked.current;
    setBusy(wish.task);
    try {
      const answer = await api.post<Drafted>(`/dialogs/${dialog.id}/draft`, withText(wish, before), { timeout_ms: TIMEOUT_MS });
      if (asked.current !== mine) return;
      take(key, answer, wish);
      if (target !== mode) onMode(target);
      else if (target === "reply") focusReply();
    } catch (error) {
      if (asked.current === mine) setFailed(sentenceFor(error));
    } finally {
      if (asked.current === mine) setBusy(null);
    }
  };
  const take = (key: string, answer: Drafted, { task }: WantedDraft) => {
    const before = draftOf(key);
    const isNew = task === "answer" || task === "summarise";
    keepDraft(key, isNew && before.trim() ? `${before.trimEnd()}\n\n${answer.text}` : answer.text);
    const undo = () => {
      keepDraft(key, before);
      setHelped(null);
      announce("Your text is as it was before.");
    };
    const sources = [...new Set(answer.sources.map(({ title }) => title))];
    setHelped({ sentence: DONE[task], sources, fromModel: answer.from_model, undo });
    announce(`${DONE[task]} It is in the field and not sent.`);
  };
  return { busy, failed, helped, ask: (wish: Omit<WantedDraft, "text">) => void ask(wish), forget, hasModel: dialog.assistant?.has_model ?? false, mode };
}

export type Copilot = ReturnType<typeof useCopilot>;

function withText(wish: Omit<WantedDraft, "text">, draft: string): WantedDraft {
  return wish.task === "summarise" || wish.task === "answer" ? wish : { ...wish, text: draft };
}

function sentenceFor(error: unknown): string {
  if (error instanceof ApiError && error.reason === "needs_model") return "This needs a model, and none is configured for this AI Agent.";
  return error instanceof Error ? error.message : "That did not work. Try again.";
}
