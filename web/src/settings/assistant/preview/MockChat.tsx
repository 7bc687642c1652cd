// A chat as the widget shows it, standing still. Whatever the customer writes is drawn without words: it has no language.
import { Avatar, Badge, cx } from "../../../ui";
import { filled, type Line, type Names, type Scene } from "./scenes";

interface MockChatProps {
  scene: Scene;
  /** The AI Agent's. */
  name: string;
  avatarUrl: string | null;
  names: Names;
}

export function MockChat({ scene, name, avatarUrl, names }: MockChatProps) {
  const { withAgent, lines, suggestions } = scene;
  return (
    <figure aria-label={`The chat: ${scene.label}`} className="overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
      <div className="flex items-center gap-3 border-b border-line px-4 py-3">
        <Avatar ai={!withAgent} name={withAgent ? names.agent : name} url={withAgent ? null : avatarUrl} />
        <span className="min-w-0 font-semibold wrap-anywhere">{withAgent ? names.agent : name || "…"}</span>
        {withAgent ? null : <Badge tone="ai">AI</Badge>}
      </div>
      <div className="flex min-h-64 flex-col gap-2.5 bg-canvas p-4">
        {lines.map((line, at) => (
          <Bubble key={at} line={line} names={names} />
        ))}
        {lines.length === 0 ? <p className="my-auto text-center text-sm text-muted">Nothing is posted here.</p> : null}
        {suggestions.length > 0 ? (
          <ul aria-label="Suggested questions" className="mt-auto flex flex-col items-end gap-2 pt-4">
            {suggestions.map((question, at) => (
              <li key={at} dir="auto" className="max-w-full rounded-full border border-accent px-3 py-1 text-sm text-accent-ink wrap-anywhere">
                {question}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div aria-hidden className="border-t border-line p-3">
        <div className="h-9 rounded-full bg-sunken" />
      </div>
    </figure>
  );
}

const BUBBLE = "max-w-[85%] rounded-xl px-3.5 py-2.5 text-sm";

function Bubble({ line, names }: { line: Line; names: Names }) {
  if (line.from === "ai") {
    return (
      <p dir="auto" className={cx(BUBBLE, "self-start rounded-tl-sm border border-line bg-surface wrap-anywhere whitespace-pre-wrap")}>
        {filled(line.text, names)}
      </p>
    );
  }
  const isOwn = line.from === "customer";
  return (
    <div className={cx(BUBBLE, isOwn ? "self-end rounded-tr-sm bg-accent" : "self-start rounded-tl-sm border border-line bg-surface")}>
      <span className="sr-only">{isOwn ? "The customer writes" : "The agent writes"}</span>
      <span aria-hidden className={cx("block h-2 w-36 rounded-full opacity-40", isOwn ? "bg-on-accent" : "bg-ink")} />
      <span aria-hidden className={cx("mt-2 block h-2 w-20 rounded-full opacity-40", isOwn ? "bg-on-accent" : "bg-ink")} />
    </div>
  );
}
