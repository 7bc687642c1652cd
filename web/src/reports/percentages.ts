// Shares as whole percentages that add up to exactly 100: what rounding leaves over goes to those that lost most by it.
export function percentages(counts: number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return counts.map(() => 0);
  const whole = counts.map((count) => Math.floor((count * 100) / all));
  const left = 100 - whole.reduce((sum, one) => sum + one, 0);
  const lost = counts.map((count, at) => ({ at, lost: (count * 100) % all })).sort((a, b) => b.lost - a.lost || a.at - b.at);
  for (const { at } of lost.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
