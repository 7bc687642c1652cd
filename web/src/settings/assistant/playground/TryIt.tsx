// A conversation with the AI Agent without a customer: beside each answer stands why. Nothing is stored or posted.
import { RotateCcw } from "lucide-react";
import { useId, useState } from "react";
import type { Assistant } from "../../../api";
import { Button, Notice, Section } from "../../../ui";
import { AskForm } from "./AskForm";
import { Transcript } from "./Transcript";
import type { Turn } from "./turns";
import { useTrial } from "./useTrial";
import { Why } from "./Why";

export function TryIt({ assistant, unsaved }: { assistant: Assistant; unsaved: boolean }) {
  const trial = useTrial(assistant);
  const { turns, asking } = trial;
  const [chosen, setChosen] = useState<Turn | null>(null);
  const why = useId();
  const ask: typeof trial.ask = (...wish) => {
    setChosen(null);
    trial.ask(...wish);
  };
  const explain = (turn: Turn) => {
    setChosen(turn);
    document.getElementById(why)?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const startOver = () => {
    setChosen(null);
    trial.startOver();
  };
  const explained = chosen ?? turns.at(-1);
  return (
    <Section
      flush
      id="try"
      title="Try it"
      description="Write as a customer would. Nothing is stored, and nobody is notified."
      actions={
        turns.length > 0 ? (
          <Button size="sm" variant="ghost" icon={<RotateCcw className="size-4" />} onClick={startOver}>
            Start over
          </Button>
        ) : null
      }
    >
      {unsaved ? (
        <div className="px-5 sm:px-6">
          <Notice>Answers come from the saved settings; your unsaved changes do not count yet.</Notice>
        </div>
      ) : null}
      <div className="@container border-t border-line">
        {/* Where both fit beside each other, each scrolls for itself. */}
        <div className="grid grid-cols-[minmax(0,1fr)] @2xl:h-[min(40rem,calc(100dvh-17rem))] @2xl:min-h-96 @2xl:grid-cols-2">
          <div className="flex min-h-0 flex-col">
            <Transcript assistant={assistant} trial={{ ...trial, ask }} explained={explained} onExplain={explain} controls={why} />
            <AskForm busy={asking !== null} onAsk={ask} first={turns.length === 0} />
          </div>
          <Why id={why} app={assistant.app} turn={explained} />
        </div>
      </div>
      <Heard turn={turns.at(-1)} />
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
