// The line that puts the widget on a website, and what the website's own scripts can ask of it.
import type { Assistant } from "../api";
import type { ReactNode } from "react";
import { CopyBox, Section } from "../ui";
import { CodeBlock } from "./CodeBlock";
import { snippetOf } from "./snippetOf";

const EARLY = `window.Baton = window.Baton || [];
Baton.push(["on", "unread", (count) => console.log(count)]);
Baton.push(["open"]);`;

const CALLS: [call: string, what: ReactNode][] = [
  ["open() · close()", "Opens the chat, and closes it."],
  ["identify(token, { name, email })", "Says who the visitor is; the token is described above. identify(null) when they sign out."],
  ["setLanguage(\"de\")", "Changes the language, which is otherwise the browser's."],
  ["on(event, callback) · off(event, callback)", "Listens: open, close, unread (the number), message, handover (waiting, or the agent), resolved."],
];

export function Snippet({ assistant }: { assistant: Assistant }) {
  return (
    <Section
      title="On your website"
      description="Paste this line before </body> on every page that should have the widget. It never needs to be changed: what you save here is what visitors see."
    >
      <CopyBox label="Embed code" text={snippetOf(location.origin, assistant)} />
      <p className="text-sm text-muted">
        With a Content-Security-Policy, allow <code className="font-mono">{location.origin}</code> in <code className="font-mono">script-src</code>{" "}
        and <code className="font-mono">frame-src</code>. Add <code className="font-mono">data-language="de"</code> for one fixed language, and{" "}
        <code className="font-mono">data-title="count"</code> to show unread messages in the title of your page.
      </p>
      <details className="group">
        <summary className="rounded-lg font-medium">From your own scripts</summary>
        <div className="mt-3 flex flex-col gap-4">
          <dl className="flex flex-col gap-3">
            {CALLS.map(([call, what]) => (
              <div key={call}>
                <dt className="font-mono text-sm break-words">Baton.{call.replace(" · ", " · Baton.")}</dt>
                <dd className="text-sm text-muted">{what}</dd>
              </div>
            ))}
          </dl>
          <p className="text-sm text-muted">Calls may come before the script has loaded; they wait in an array:</p>
          <CodeBlock label="Calls that wait" code={EARLY} />
        </div>
      </details>
    </Section>
  );
}
