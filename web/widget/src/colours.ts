// Makes of one colour everything that is drawn in it, readable by the measure of WCAG in light and in dark. Pure.

/** Contrast that text of any size needs. */
export const READABLE = 4.5;
export const OWN_COLOUR = "#3d4ed8";
const SURFACES = { light: "#ffffff", dark: "#16181d" };
/** How much of the colour is in its soft background. */
const SOFT = 0.12;

export interface Accent {
  fill: string;
  /** What is written on the fill. */
  on: string;
  /** The colour as text and as line, on the surface and on its own soft background. */
  strong: { light: string; dark: string };
}

/** Null and what is no colour become Baton's own. */
export function accentOf(colour: string | null): Accent {
  const fill = /^#[0-9a-f]{6}$/i.test(colour ?? "") ? colour! : OWN_COLOUR;
  return { fill, on: textOn(fill), strong: { light: strong(fill, SURFACES.light, "#000000"), dark: strong(fill, SURFACES.dark, "#ffffff") } };
}

/** White where it can be read; where it cannot, black always can. */
export function textOn(colour: string): string {
  return contrast(colour, "#ffffff") >= READABLE ? "#ffffff" : "#000000";
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [channels(one), channels(other)];
  return `#${a.map((value, at) => hex(value * (1 - share) + b[at]! * share)).join("")}`;
}

/** Goes towards black or white until it can be read. */
function strong(colour: string, surface: string, towards: string): string {
  const soft = mixed(surface, colour, SOFT);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mixed(colour, towards, share);
    if (contrast(tried, surface) >= READABLE && contrast(tried, soft) >= READABLE) return tried;
  }
  return towards;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0");
}
