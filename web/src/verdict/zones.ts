// How two thresholds divide the scale from 0 to 1.
export type Zone = "unknown" | "clarify" | "answer";

/** From the left; a zone without room is left out. */
export function zones(threshold: number, clarify_from: number): { zone: Zone; share: number }[] {
  const from = Math.min(clarify_from, threshold);
  const all: { zone: Zone; share: number }[] = [
    { zone: "unknown", share: from },
    { zone: "clarify", share: threshold - from },
    { zone: "answer", share: 1 - threshold },
  ];
  return all.filter(({ share }) => share > 0);
}

export function zoneOf(score: number, threshold: number, clarify_from: number): Zone {
  if (score >= threshold) return "answer";
  return score >= clarify_from ? "clarify" : "unknown";
}
