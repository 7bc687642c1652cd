// A text with a few marks in it, drawn as elements. Whatever is in it, no part of it becomes HTML.
import { memo, type ReactNode } from "react";
import { cx } from "../../../ui";
import { blocks, type Block } from "./blocks";
import { inline, type Span } from "./inline";

interface MarkedProps {
  text: string;
  names?: readonly string[];
  className?: string;
}

export const Marked = memo(function Marked({ text, names = NOBODY, className }: MarkedProps) {
  const found = blocks(text);
  const only = found.length === 1 ? found[0] : undefined;
  const look = cx("words wrap-anywhere", className);
  if (only?.kind === "paragraph") {
    return (
      <p dir="auto" className={cx(look, "whitespace-pre-wrap")}>
        {drawn(only.text, names)}
      </p>
    );
  }
  return (
    <div dir="auto" className={cx(look, "flex flex-col gap-2")}>
      {found.map((block, at) => (
        <Part key={at} block={block} names={names} />
      ))}
    </div>
  );
});

const NOBODY: readonly string[] = [];

function Part({ block, names }: { block: Block; names: readonly string[] }) {
  switch (block.kind) {
    case "paragraph":
      return <p className="whitespace-pre-wrap">{drawn(block.text, names)}</p>;
    case "quote":
      return <blockquote className="border-s-3 border-line-strong ps-3 whitespace-pre-wrap">{drawn(block.text, names)}</blockquote>;
    case "code":
      return (
        <pre dir="ltr" tabIndex={0} className="max-w-full overflow-x-auto rounded-lg bg-sunken px-3 py-2 font-mono text-[13px]">
          <code>{block.text}</code>
        </pre>
      );
    case "list":
      return block.first === null ? (
        <ul className="list-disc ps-5">{items(block.items, names)}</ul>
      ) : (
        <ol start={block.first} className="list-decimal ps-6">
          {items(block.items, names)}
        </ol>
      );
  }
}

function items(texts: string[], names: readonly string[]): ReactNode {
  return texts.map((text, at) => <li key={at}>{drawn(text, names)}</li>);
}

function drawn(text: string, names: readonly string[]): ReactNode {
  return spans(inline(text, names));
}

function spans(found: Span[]): ReactNode {
  return found.map((span, at) => <Inline key={at} span={span} />);
}

function Inline({ span }: { span: Span }) {
  switch (span.kind) {
    case "text":
      return span.text;
    case "code":
      return <code className="rounded bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{span.text}</code>;
    case "mention":
      return <strong className="rounded bg-accent-soft px-0.5 font-medium text-accent-ink">{span.text}</strong>;
    case "link":
      return (
        <a
          href={span.href}
          title={span.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent-ink underline underline-offset-2"
        >
          {span.text}
        </a>
      );
    case "bold":
      return <strong className="font-semibold">{spans(span.spans)}</strong>;
    case "italic":
      return <em>{spans(span.spans)}</em>;
  }
}
