// One question with what is answered to it, and beside it why. Only the newest one is explained unasked.
import { useEffect, useState, type Ref } from "react";
import { Explanation, VerdictText } from "../../../verdict";
import { Asked } from "./Asked";
import type { Turn } from "./turns";

interface TurnViewProps {
  app: number;
  turn: Turn;
  open: boolean;
  onChoose: (text: string) => void;
  anchor?: Ref<HTMLLIElement> | undefined;
}

export function TurnView({ app, turn: { question, verdict }, open, onChoose, anchor }: TurnViewProps) {
  const [explained, setExplained] = useState(open);
  useEffect(() => setExplained(open), [open]);
  return (
    <li ref={anchor} className="flex scroll-mb-24 flex-col gap-3">
      <Asked text={question} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        {/* The answer stays in sight while its explanation, which is longer, is read. */}
        <div className="lg:sticky lg:top-4">
          <VerdictText verdict={verdict} onChoose={open ? onChoose : undefined} />
        </div>
        <details
          open={explained}
          onToggle={(event) => setExplained(event.currentTarget.open)}
          className="min-w-0 rounded-xl border border-line"
        >
          <summary className="rounded-xl px-4 py-2.5 text-sm font-semibold hover:bg-sunken">Why</summary>
          <div className="px-4 pt-1 pb-4">
            <Explanation app={app} verdict={verdict} />
          </div>
        </details>
      </div>
    </li>
  );
}
