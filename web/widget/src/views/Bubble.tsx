// The look of one message, stored or not.
import type { ComponentChildren } from "preact";
import { splitLinks } from "../links";
import type { Span } from "../origins";
import { useScreen } from "./screen";

interface BubbleProps {
  own: boolean;
  /** Named where a turn begins. */
  sender: { name: string; isAi: boolean } | null;
  spans: Span[];
  /** Seen while it grows, and read out once it is whole. */
  making?: boolean;
  children?: ComponentChildren;
}

export function Bubble({ own, sender, spans, making, children }: BubbleProps) {
  const { texts } = useScreen();
  return (
    <article class={`row${own ? " own" : ""}${sender ? " first" : ""}${making ? " making" : ""}`} inert={making}>
      {own && <p class="unseen">{texts.you}</p>}
      {!own && sender && (
        <p class="sender">
          <bdi>{sender.name}</bdi>
          {sender.isAi && <span class="badge">{texts.ai}</span>}
        </p>
      )}
      {spans.length > 0 && (
        <p class="bubble" dir="auto">
          {spans.map(({ text, origin, quote }, place) => (
            <span key={place}>
              <Linked text={text} />
              {origin && <Mark origin={origin} quote={quote} />}
            </span>
          ))}
        </p>
      )}
      {children}
    </article>
  );
}

export function Meta({ at, children }: { at: number; children?: ComponentChildren }) {
  const { clock } = useScreen();
  return (
    <p class="meta">
      <time dateTime={new Date(at).toISOString()}>{clock.time(at)}</time>
      {children && <span> · {children}</span>}
    </p>
  );
}

/** The number is drawn, not written: who copies the text copies the words alone. */
export function Mark({ origin, quote }: { origin: number; quote?: string }) {
  return <sup data-origin={origin} title={quote} />;
}

function Linked({ text }: { text: string }) {
  return (
    <>
      {splitLinks(text).map((part) =>
        part.href ? (
          <a href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
