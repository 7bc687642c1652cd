// A share of one as a whole number of percent, which no line break tears apart.
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
