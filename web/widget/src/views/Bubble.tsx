// The look of one message, stored or not.
import type { ComponentChildren } from "preact";
import { splitLinks } from "../links";
import { useScreen } from "./screen";

interface BubbleProps {
  own: boolean;
  /** Named where a turn begins. */
  sender: { name: string; isAi: boolean } | null;
  text: string;
  children?: ComponentChildren;
}

export function Bubble({ own, sender, text, children }: BubbleProps) {
  const { texts } = useScreen();
  return (
    <article class={`row${own ? " own" : ""}${sender ? " first" : ""}`}>
      {own && <p class="unseen">{texts.you}</p>}
      {!own && sender && (
        <p class="sender">
          <bdi>{sender.name}</bdi>
          {sender.isAi && <span class="badge">{texts.ai}</span>}
        </p>
      )}
      <p class="bubble" dir="auto">
        <Linked text={text} />
      </p>
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

function Linked({ text }: { text: string }) {
  return (
    <>
      {splitLinks(text).map((part) =>
        part.href ? (
          <a href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </>
  );
}
