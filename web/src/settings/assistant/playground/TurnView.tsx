// One question with what is answered to it. Where there are several, it says which one is explained beside them.
import { Button } from "../../../ui";
import { VerdictText } from "../../../verdict";
import { Asked } from "./Asked";
import type { Turn } from "./turns";

interface TurnViewProps {
  turn: Turn;
  onChoose: ((text: string) => void) | undefined;
  explained: boolean;
  onExplain: (() => void) | undefined;
  controls: string;
}

export function TurnView({ turn: { question, verdict }, onChoose, explained, onExplain, controls }: TurnViewProps) {
  return (
    <li className="flex flex-col gap-3">
      <Asked text={question} />
      <VerdictText verdict={verdict} onChoose={onChoose} />
      {onExplain ? (
        <Button
          size="sm"
          variant="ghost"
          aria-pressed={explained}
          aria-controls={controls}
          className="self-start aria-pressed:bg-accent-soft"
          onClick={onExplain}
        >
          Why
        </Button>
      ) : null}
    </li>
  );
}
