// A share of one in percent, as English writes it: 50%. Whole, unless decimals say something.
const DECIMALS = [0, 1].map(
  (digits) => new Intl.NumberFormat("en", { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }),
) as [Intl.NumberFormat, Intl.NumberFormat];

export function percent(share: number, decimals: 0 | 1 = 0): string {
  return DECIMALS[decimals].format(share);
}
