// Writes sizes of files in the visitor's language.

const STEPS = [
  ["megabyte", 1024 * 1024],
  ["kilobyte", 1024],
] as const;

export type Sizes = (bytes: number) => string;

export function createSizes(language: string): Sizes {
  const write = (unit: string, value: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return (bytes) => {
    const step = STEPS.find(([, size]) => bytes >= size);
    return step ? write(step[0], bytes / step[1]) : write("byte", bytes);
  };
}
