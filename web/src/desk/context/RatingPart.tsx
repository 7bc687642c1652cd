// How the customer rated it: stars for the eye, a number for everybody, and their words.
import { Star } from "lucide-react";
import { cx } from "../../ui";
import { Part } from "./Part";

const BEST = 5;

export function RatingPart({ rating: { score, comment } }: { rating: { score: number; comment: string | null } }) {
  return (
    <Part title="Rating">
      <p className="flex items-center gap-2.5">
        <span aria-hidden className="flex gap-0.5">
          {Array.from({ length: BEST }, (_, at) => (
            <Star key={at} className={cx("size-4", at < score ? "fill-warn text-warn" : "text-line-strong")} />
          ))}
        </span>
        <span className="text-sm text-muted">
          {score} of {BEST}
        </span>
      </p>
      {comment ? (
        <blockquote dir="auto" className="mt-2 border-l-3 border-line pl-3 whitespace-pre-wrap wrap-anywhere">
          {comment}
        </blockquote>
      ) : null}
    </Part>
  );
}
