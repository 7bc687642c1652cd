// What a model wrote, statement by statement, each with the words of the knowledge that bear it out.
import { Link } from "wouter";
import type { Statement } from "../api";

export function Statements({ app, statements }: { app: number; statements: Statement[] }) {
  if (statements.length === 0) return null;
  return (
    <div>
      <p className="mb-1.5 font-semibold">Statements and what bears them out</p>
      <ol className="flex flex-col gap-3">
        {statements.map(({ text, quote, source, translated }, at) => (
          <li key={at} className="flex flex-col gap-1">
            <p dir="auto" className="wrap-anywhere">
              {text}
            </p>
            <blockquote dir="auto" className="border-l-2 border-line-strong pl-3 text-muted wrap-anywhere">
              “{quote}”
            </blockquote>
            <p className="pl-3.5 text-muted">
              <Link href={`/apps/${app}/knowledge?source=${source.id}`} className="text-accent-ink underline underline-offset-2 wrap-anywhere">
                {source.title}
              </Link>
              {translated ? " · from another language: numbers and links were compared, not the words" : null}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
