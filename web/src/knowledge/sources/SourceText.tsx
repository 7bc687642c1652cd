// What a source says, as text, under the facts about it.
import type { SourceDetail } from "../../api";
import { languageName } from "../../languages";
import { byteSize, dateTime } from "../../ui";
import { plural } from "../overview/sentences";
import { kindOf } from "./kinds";
import { SourceTrouble } from "./SourceTrouble";

export function SourceText({ app, source }: { app: number; source: SourceDetail }) {
  return (
    <div tabIndex={0} className="flex flex-col gap-4 rounded-lg">
      <Facts source={source} />
      <SourceTrouble app={app} source={source} />
      <Words title={source.title} question={source.question} phrasings={source.phrasings} text={source.text} />
    </div>
  );
}

function Facts({ source: { kind, format, language, passages, bytes, updated_at, address, site } }: { source: SourceDetail }) {
  const facts = [
    kindOf({ kind, format }).label,
    language ? languageName(language) : null,
    plural(passages, "passage"),
    byteSize(bytes),
    `changed ${dateTime(updated_at)}`,
  ];
  return (
    <div className="text-sm text-muted">
      <p>{facts.filter(Boolean).join(" · ")}</p>
      {address ? (
        <p className="mt-1 wrap-anywhere">
          {site ? "Read from its website. Change it there; it is taken over when the website is read again: " : "From "}
          <a href={address} target="_blank" rel="noreferrer" className="text-accent-ink underline underline-offset-2">
            {address}
          </a>
        </p>
      ) : null}
    </div>
  );
}

interface WordsProps {
  title: string;
  question: string | null;
  phrasings: string[];
  text: string;
}

export function Words({ title, question, phrasings, text }: WordsProps) {
  return (
    <div dir="auto" className="flex flex-col gap-3">
      {question && question !== title ? <p className="font-semibold wrap-anywhere">{question}</p> : null}
      {phrasings.length > 0 ? (
        <div className="text-sm text-muted">
          <p>Also put as</p>
          <ul className="mt-1 list-disc pl-5">
            {phrasings.map((phrasing) => (
              <li key={phrasing} className="wrap-anywhere">
                {phrasing}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="wrap-anywhere whitespace-pre-wrap">{text}</p>
    </div>
  );
}
