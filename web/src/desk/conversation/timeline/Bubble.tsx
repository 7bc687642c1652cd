// One message: whose it is, what it says, what is attached, where it comes from, how far it got.
import type { ReactNode } from "react";
import type { Message } from "../../../api";
import { Badge, cx } from "../../../ui";
import { timeOfDay } from "../../days";
import { Attached } from "../attachments/Attached";
import { Marked } from "../marked/Marked";
import { Tick, type Reach } from "./Tick";

interface BubbleProps {
  message: Message;
  /** The same person spoke just before: their name need not stand here again. */
  follows: boolean;
  /** The same person speaks right after: the time stands under their last words. */
  followed: boolean;
  mine: boolean;
  reach: Reach | null;
}

export function Bubble({ message, follows, followed, mine, reach }: BubbleProps) {
  const { sender, ai, text } = message;
  const fromCustomer = sender.kind === "customer";
  const attached = message.attachments;
  return (
    <div className={cx("flex flex-col", fromCustomer ? "items-start" : "items-end", follows ? "pt-1" : "pt-4")}>
      {follows ? null : (
        <p className="mb-1 flex items-center gap-1.5 px-1 text-[13px] font-medium text-muted">
          {mine ? "You" : sender.full_name}
          {ai ? <Badge tone="ai">AI</Badge> : null}
        </p>
      )}
      {text ? <Words tone={fromCustomer ? "customer" : ai ? "ai" : "agent"} text={text} /> : null}
      {attached.length > 0 ? <Attached dialog={message.dialog} attachments={attached} end={!fromCustomer} /> : null}
      {ai && ai.sources.length > 0 ? <Sources titles={ai.sources.map((source) => source.title)} /> : null}
      {ai?.kind === "clarify" ? <Aside>Choices: {ai.suggestions.join(" · ")}</Aside> : null}
      {ai?.feedback == null ? null : (
        <Aside>{ai.feedback ? "The customer found this helpful." : "The customer did not find this helpful."}</Aside>
      )}
      {ai?.kind === "dont_know" ? <Aside>No answer was found in the knowledge.</Aside> : null}
      {followed ? null : (
        <p className="mt-0.5 flex items-center gap-1 px-1 text-xs text-muted tabular-nums">
          <time dateTime={new Date(message.sent_at).toISOString()}>{timeOfDay(message.sent_at)}</time>
          {reach ? <Tick reach={reach} /> : null}
        </p>
      )}
    </div>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <p className="mt-1 px-1 text-[13px] text-muted">{children}</p>;
}

const TONES = {
  customer: "rounded-bl-md border border-line bg-surface",
  agent: "rounded-br-md bg-accent-soft",
  ai: "rounded-br-md bg-ai-soft",
};

export function Words({ tone, faded, text }: { tone: keyof typeof TONES; faded?: boolean; text: string }) {
  return <Marked text={text} className={cx("max-w-[min(36rem,88%)] rounded-2xl px-3.5 py-2", TONES[tone], faded && "opacity-70")} />;
}

function Sources({ titles }: { titles: string[] }) {
  return (
    <p className="mt-1 max-w-[min(36rem,88%)] px-1 text-right text-[13px] text-ai">From: {[...new Set(titles)].join(" · ")}</p>
  );
}
