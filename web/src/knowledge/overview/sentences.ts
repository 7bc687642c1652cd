// The state of an app's knowledge in words.
import type { EmbeddingModel, Knowledge } from "../../api";
import { byteSize, duration } from "../../ui";

/** How far the passages are found by meaning; null where a model's own state says it already. */
export function foundByMeaning({ encoded, passages, model }: Knowledge): string | null {
  if (model.state !== "ready" || passages === 0) return null;
  if (encoded >= passages) return "all found by meaning";
  return `${counted(encoded)} found by meaning so far`;
}

/** What is still under way, and for how long; null when nothing is. */
export function underWay({ waiting, encoded, passages, remaining_ms, model }: Knowledge): string | null {
  const learning = model.state === "ready" && encoded < passages;
  if (waiting === 0 && !learning) return null;
  const what = waiting > 0 ? `${plural(waiting, "source")} being read` : "learning what the passages mean";
  return remaining_ms === null ? what : `${what}, about ${duration(remaining_ms)} left`;
}

export function fetched({ bytes_done, bytes_total }: EmbeddingModel): string {
  if (bytes_done === null) return "";
  return bytes_total === null ? byteSize(bytes_done) : `${byteSize(bytes_done)} of ${byteSize(bytes_total)}`;
}

export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function counted(count: number): string {
  return new Intl.NumberFormat(undefined).format(count);
}
