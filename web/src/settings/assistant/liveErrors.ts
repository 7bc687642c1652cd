// What is wrong on the page while somebody writes: nothing before they had a chance to get it right, and nothing that is mended.
import type { AssistantSettings } from "../../api";
import type { FieldErrors } from "../../saving";
import type { Found } from "./check";

/** What the server did not take, and the settings that it was about. */
export interface Refused {
  errors: FieldErrors;
  of: AssistantSettings;
}

interface State {
  /** What is wrong this moment, and what was when the keys last rested. */
  found: Found[];
  rested: Found[];
  saved: AssistantSettings;
  settings: AssistantSettings;
  /** Whether somebody has tried to save since the last time that it worked. */
  tried: boolean;
  refused: Refused | null;
}

export function liveErrors({ found, rested, saved, settings, tried, refused }: State): FieldErrors {
  const own = tried
    ? found
    : found.filter((error) => rested.some(({ field }) => field === error.field) && !(error.missing && isEmpty(valueAt(saved, error.field))));
  return [...own, ...(refused?.errors.filter(({ field }) => isStillAbout(field, refused.of, settings)) ?? [])];
}

/** Rules tell by themselves which one of them an error was about: they may have changed places. */
function isStillAbout(field: string, before: AssistantSettings, now: AssistantSettings): boolean {
  return field.includes("rules") || JSON.stringify(valueAt(before, field)) === JSON.stringify(valueAt(now, field));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** By a name such as "unanswered.handover.rules[0].words". The server may count from the request. */
export function valueAt(settings: AssistantSettings, field: string): unknown {
  const steps = field.replace(/^settings\./, "").replaceAll("[", ".").replaceAll("]", "").split(".");
  return steps.reduce<unknown>((inside, step) => (isRecord(inside) ? inside[step] : undefined), settings);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
