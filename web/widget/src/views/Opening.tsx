// What a visitor sees before there is a conversation: the welcome and questions to begin with.
import { spansOf } from "../origins";
import type { Start } from "../face";
import { Bubble } from "./Bubble";
import { useScreen } from "./screen";
import { Suggestions } from "./Suggestions";

export function Opening({ start, asked }: { start: Start; asked: boolean }) {
  const { texts } = useScreen();
  if (start.at !== "ready") return null;
  const { name, welcome, suggested_questions } = start.opening;
  if (!welcome && !suggested_questions.length) return asked ? null : <p class="hint">{texts.empty}</p>;
  return (
    <>
      {welcome && <Bubble own={false} sender={{ name, isAi: true }} spans={spansOf(welcome, null)} />}
      {!asked && <Suggestions label={texts.suggestions} questions={suggested_questions} />}
    </>
  );
}
