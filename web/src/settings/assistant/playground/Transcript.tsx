// What was asked and answered so far, the newest at the bottom and in sight; before that, questions to begin with.
import { useEffect, useRef } from "react";
import type { Assistant } from "../../../api";
import { Button, Notice, Spinner } from "../../../ui";
import { Asked } from "./Asked";
import { TurnView } from "./TurnView";
import type { Turn } from "./turns";
import type { Trial } from "./useTrial";

interface TranscriptProps {
  assistant: Assistant;
  trial: Trial;
  /** Whose explanation is shown. */
  explained: Turn | undefined;
  onExplain: (turn: Turn) => void;
  /** The id of where it is shown. */
  controls: string;
}

export function Transcript({ assistant, trial: { turns, asking, failed, ask }, explained, onExplain, controls }: TranscriptProps) {
  const end = useEndInSight(turns.length + (asking === null ? 0 : 1) + (failed ? 1 : 0));
  const isEmpty = turns.length === 0 && asking === null;
  return (
    // What scrolls can be reached with the keyboard.
    <div role="group" aria-label="Conversation" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-5 focus-visible:-outline-offset-2 sm:px-6">
      {isEmpty ? <Beginning questions={assistant.settings.suggested_questions} onAsk={ask} /> : null}
      <ol className="flex flex-col gap-6 empty:hidden">
        {turns.map((turn, at) => (
          <TurnView
            key={turn.id}
            turn={turn}
            onChoose={at === turns.length - 1 && asking === null ? ask : undefined}
            explained={turn === explained}
            onExplain={turns.length > 1 ? () => onExplain(turn) : undefined}
            controls={controls}
          />
        ))}
        {asking === null ? null : (
          <li className="flex flex-col gap-3">
            <Asked text={asking} />
            <Spinner label="Thinking" />
          </li>
        )}
      </ol>
      {failed ? (
        <div className="mt-4">
          <Notice
            tone="danger"
            action={
              <Button size="sm" onClick={() => ask(failed.question)}>
                Try again
              </Button>
            }
          >
            {failed.message}
          </Notice>
        </div>
      ) : null}
      <div ref={end} className="scroll-mb-24" />
    </div>
  );
}

function Beginning({ questions, onAsk }: { questions: string[]; onAsk: (question: string) => void }) {
  const some = questions.filter((question) => question.trim());
  return (
    <div className="flex min-h-full flex-col items-center justify-center gap-3 text-center text-pretty">
      <p className="text-muted">{some.length > 0 ? "Begin with one of these, or with a question of your own." : "Ask a first question below."}</p>
      <ul className="flex flex-wrap justify-center gap-2 empty:hidden">
        {some.map((question) => (
          <li key={question} className="max-w-full">
            <Button size="sm" className="h-auto min-h-8 max-w-full rounded-full! py-1 whitespace-normal wrap-anywhere" onClick={() => onAsk(question)}>
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What has just come is scrolled to, and left alone afterwards. */
function useEndInSight(count: number) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [count]);
  return end;
}
