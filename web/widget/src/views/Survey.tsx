// Asks how the help of a person was, once it has ended. One press rates; a comment may follow, and it may be changed.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../conversation";
import type { Rating } from "../ratings";
import { FaceIcon } from "./icons";
import { useScreen } from "./screen";

export function Survey({ conversation: { dialog, toRate } }: { conversation: Conversation }) {
  const { chat } = useScreen();
  const given = chat.ratings.of(dialog);
  // What was just rated is no longer asked for, and its answer stays.
  const known = given && (!toRate || toRate.handover === given.handover) ? given : null;
  const asked = known ?? (toRate && { handover: toRate.handover, agent: toRate.agent.full_name, score: 0, comment: "" });
  return asked && <Card key={asked.handover} dialog={dialog} asked={asked} />;
}

type Step = "choose" | "comment" | "done";

function Card({ dialog, asked }: { dialog: string; asked: Rating }) {
  const { chat, texts } = useScreen();
  const [rating, setRating] = useState(asked);
  const [step, setStep] = useState<Step>(asked.score ? "done" : "choose");
  const [failed, setFailed] = useState(false);
  const card = useRef<HTMLFieldSetElement>(null);

  useEffect(() => card.current?.scrollIntoView({ block: "nearest" }), [step]);

  async function give(next: Rating, then: Step) {
    setRating(next);
    setFailed(false);
    const saved = await chat.ratings.give(dialog, next);
    setFailed(!saved);
    if (!saved) return;
    setStep(then);
    if (then === "done") card.current?.focus();
  }

  return (
    <fieldset class="survey" ref={card} tabIndex={-1}>
      <legend>{texts.rate(rating.agent)}</legend>
      {step === "done" ? (
        <Thanks rating={rating} onChange={() => setStep("choose")} />
      ) : (
        <Scores chosen={rating.score} onChoose={(score) => void give({ ...rating, score }, "comment")} />
      )}
      {step === "comment" && (
        <Comment first={rating.comment} onSend={(comment) => void give({ ...rating, comment }, "done")} />
      )}
      <p role="status" class={failed ? "problem" : "unseen"}>
        {failed ? texts.not_possible : step !== "choose" && texts.rate_thanks}
      </p>
    </fieldset>
  );
}

function Scores({ chosen, onChoose }: { chosen: number; onChoose: (score: number) => void }) {
  const { texts } = useScreen();
  return (
    <div class="scores">
      {texts.scores.map((label, at) => (
        <button
          type="button"
          key={label}
          class={`score-${at + 1}`}
          aria-label={label}
          title={label}
          aria-pressed={chosen === at + 1}
          onClick={() => onChoose(at + 1)}
        >
          <FaceIcon score={at + 1} />
        </button>
      ))}
    </div>
  );
}

function Comment({ first, onSend }: { first: string; onSend: (comment: string) => void }) {
  const { texts } = useScreen();
  const [comment, setComment] = useState(first);
  return (
    <div class="comment">
      <label>
        {texts.rate_comment}
        <textarea
          rows={3}
          dir="auto"
          maxLength={2000}
          value={comment}
          onInput={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </label>
      <button type="button" class="primary" onClick={() => onSend(comment.trim())}>
        {texts.rate_send}
      </button>
    </div>
  );
}

function Thanks({ rating, onChange }: { rating: Rating; onChange: () => void }) {
  const { texts } = useScreen();
  return (
    <div class="thanks">
      <span class={`score-${rating.score}`}>
        <FaceIcon score={rating.score} />
      </span>
      <p>
        {texts.rate_thanks} <span class="unseen">{texts.scores[rating.score - 1]}</span>
        <button type="button" class="link" onClick={onChange}>
          {texts.rate_change}
        </button>
      </p>
    </div>
  );
}
