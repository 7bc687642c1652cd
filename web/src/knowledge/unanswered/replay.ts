// How a question and its wordings fared when they were asked again, in words.
import type { AnsweredQuestion, Replay } from "../../api";
import { plural } from "../overview/sentences";

export interface Fared {
  all: boolean;
  title: string;
  advice: string;
}

export function faredOf({ verdict, replayed }: Pick<AnsweredQuestion, "verdict" | "replayed">): Fared {
  const answered = replayed.filter(({ outcome }) => outcome === "answer").length;
  const itself = verdict.outcome === "answer";
  if (itself && answered === replayed.length) {
    return { all: true, title: "Asked again: it is answered now", advice: "The answer is in your knowledge." };
  }
  const title =
    answered === 0 && !itself
      ? "Asked again: it is still not answered"
      : `Asked again: ${answered} of ${plural(replayed.length, "wording")} answered now`;
  return {
    all: false,
    title,
    advice: "The answer is in your knowledge, but not every wording leads to it yet. Open the source and add what is missing in the customer’s own words.",
  };
}

export function reportOf({ asked, answered, worse }: Replay): string {
  const before = `After this change of knowledge, ${plural(asked, "question")} that had been answered before ${asked === 1 ? "was" : "were"} asked again.`;
  if (worse.length === 0 && answered >= asked) return `${before} ${asked === 1 ? "It still is." : "All still are."}`;
  return `${before} ${answered === 0 ? "None" : answered} still ${answered === 1 ? "is" : "are"}.`;
}
