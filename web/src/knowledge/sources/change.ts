// What is sent when a source is changed: the fields of its kind, without boxes that were left empty.
import type { Source } from "../../api";
import type { ChangedSource } from "./sources";

export interface Written {
  title: string;
  question: string | null;
  phrasings: string[];
  /** Of a question-and-answer pair, the answer. */
  text: string;
}

export function changeOf(kind: Source["kind"], { title, question, phrasings, text }: Written): ChangedSource {
  const named = title.trim();
  if (kind !== "qa") return { title: named, text };
  return { title: named, question: question?.trim() ?? "", phrasings: tidyPhrasings(phrasings, question ?? ""), answer: text.trim() };
}

/** Trimmed, without empty ones and without what is said already, however it is capitalised. */
export function tidyPhrasings(phrasings: string[], question: string): string[] {
  const seen = new Set([likeness(question)]);
  return phrasings.flatMap((phrasing) => {
    const key = likeness(phrasing);
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    return [phrasing.trim()];
  });
}

function likeness(text: string): string {
  return text.trim().toLocaleLowerCase().replace(/\s+/g, " ");
}
