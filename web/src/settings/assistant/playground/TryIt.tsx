// A conversation with the AI Agent without a customer: beside each answer stands why. Nothing is stored or posted.
import { RotateCcw } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Assistant } from "../../../api";
import { Button, Notice, Section, Spinner } from "../../../ui";
import { Asked } from "./Asked";
import { AskForm } from "./AskForm";
import { TurnView } from "./TurnView";
import type { Turn } from "./turns";
import { useTrial } from "./useTrial";

export function TryIt({ assistant, unsaved }: { assistant: Assistant; unsaved: boolean }) {
  const { turns, asking, failed, ask, startOver } = useTrial(assistant);
  const last = useLastInSight(turns.length + (asking === null ? 0 : 1));
  return (
    <Section
      id="try"
      title="Try it"
      description="Write as a customer would; follow-ups are understood. Nothing is stored, and nobody is notified."
      actions={
        turns.length > 0 ? (
          <Button size="sm" variant="ghost" icon={<RotateCcw className="size-4" />} onClick={startOver}>
            Start over
          </Button>
        ) : null
      }
    >
      {unsaved ? <Notice>Answers come from the saved settings; your unsaved changes do not count yet.</Notice> : null}
      <ol aria-label="Conversation" className="flex flex-col gap-6 empty:hidden">
        {turns.map((turn, at) => (
          <TurnView
            key={turn.id}
            app={assistant.app}
            turn={turn}
            open={at === turns.length - 1 && asking === null}
            onChoose={ask}
            anchor={at === turns.length - 1 ? last : undefined}
          />
        ))}
        {asking === null ? null : (
          <li className="flex flex-col gap-3">
            <Asked text={asking} />
            <Spinner label="Thinking" />
          </li>
        )}
      </ol>
      <Heard turn={turns.at(-1)} />
      {failed ? (
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
      ) : null}
      <AskForm busy={asking !== null} onAsk={ask} first={turns.length === 0} />
    </Section>
  );
}

/** Reads the answer out, and not everything that stands beside it. */
function Heard({ turn }: { turn: Turn | undefined }) {
  return (
    <p role="status" className="sr-only">
      {turn ? (turn.verdict.text ?? turn.verdict.why) : null}
    </p>
  );
}

/** The newest turn is scrolled to when it comes, and left alone afterwards. */
function useLastInSight(count: number) {
  const last = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (count > 0) last.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [count]);
  return last;
}
