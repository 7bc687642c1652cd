// Why a person is needed and what is known so far: reason, exact question, summary.
import type { Handover } from "../../api";
import { Badge, dateTime } from "../../ui";
import { Marked } from "../conversation/marked/Marked";
import { outcomeInWords, reasonInWords } from "../words";
import { Part } from "./Part";

export function HandoverPart({ handover }: { handover: Handover }) {
  const { packet, reason, state, outcome, began_at } = handover;
  const ended = state === "ended";
  return (
    <>
      <Part
        title={ended ? "Last handover" : "Why a person is needed"}
        aside={ended ? <Badge>{outcomeInWords(outcome)}</Badge> : null}
      >
        <p className="font-semibold">{reasonInWords(reason)}</p>
        {packet.why && reason !== "agent_takeover" ? <p className="mt-1 text-sm text-muted text-pretty">{packet.why}</p> : null}
        {ended ? <p className="mt-1 text-sm text-muted">{dateTime(began_at)}</p> : null}
      </Part>
      {packet.question ? (
        <Part title="The question">
          <blockquote className="border-l-3 border-warn pl-3">
            <Marked text={packet.question} />
          </blockquote>
        </Part>
      ) : null}
      {packet.summary ? (
        <Part title="Summary">
          <Marked text={packet.summary} className="text-pretty" />
        </Part>
      ) : null}
    </>
  );
}
