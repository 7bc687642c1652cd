// The questions of one trial and their verdicts. Every question is told what came before, so that follow-ups work.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Assistant, type Verdict } from "../../../api";
import { historyOf, offeredBy, type Turn } from "./turns";

const ASK_TIMEOUT_MS = 90_000;

interface Wish {
  question: string;
  language: string | undefined;
}

export function useTrial(assistant: Assistant) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const [language, setLanguage] = useState<string | undefined>(undefined);
  const asking = useMutation({
    mutationFn: (wish: Wish) =>
      api.post<Verdict>(
        `/apps/${assistant.app}/assistants/${assistant.id}/ask`,
        { ...wish, history: historyOf(turns), offered: offeredBy(turns) },
        { timeout_ms: ASK_TIMEOUT_MS },
      ),
    onSuccess: (verdict, { question }) => setTurns((before) => [...before, { id: before.length, question, verdict }]),
  });
  return {
    turns,
    /** The question that is not answered yet. */
    asking: asking.isPending ? asking.variables.question : null,
    failed: asking.isError ? { question: asking.variables.question, message: asking.error.message } : null,
    ask(question: string, inLanguage = language) {
      if (asking.isPending) return;
      setLanguage(inLanguage);
      asking.mutate({ question, language: inLanguage });
    },
    startOver() {
      setTurns([]);
      asking.reset();
    },
  };
}

export type Trial = ReturnType<typeof useTrial>;
