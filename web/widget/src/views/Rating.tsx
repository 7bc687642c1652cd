// Whether an answer helped: one press, which may be thought over.
import type { Message } from "../wire";
import { ThumbIcon } from "./icons";
import { useScreen } from "./screen";

const RATED = ["answer", "general_answer"];

export function isRated({ ai }: Message): boolean {
  return ai !== null && RATED.includes(ai.kind);
}

export function Rating({ message, wanted }: { message: Message; wanted: boolean | undefined }) {
  const { chat, texts } = useScreen();
  const rated = wanted ?? message.ai?.feedback;
  return (
    <p class="rating" role="group" aria-label={texts.helpful}>
      <span aria-hidden="true">{texts.helpful}</span>
      {[true, false].map((helpful) => (
        <button
          type="button"
          key={helpful}
          class={helpful ? "yes" : "no"}
          aria-label={helpful ? texts.helpful_yes : texts.helpful_no}
          aria-pressed={rated === helpful}
          onClick={() => rated !== helpful && chat.judge(message, helpful)}
        >
          <ThumbIcon />
        </button>
      ))}
    </p>
  );
}
