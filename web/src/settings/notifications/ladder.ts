// The ladder while somebody edits it: who is told, after how long, in numbers and units that people write. Pure.
import type { ApiError, Notifications } from "../../api";

export const STEPS = ["push", "colleague", "supervisor", "mail"] as const;
export type StepName = (typeof STEPS)[number];

export const UNITS = ["seconds", "minutes", "hours"] as const;
export type Unit = (typeof UNITS)[number];

/** The time is kept while the step is off: it may be turned on again. */
export interface Wait {
  on: boolean;
  amount: number;
  unit: Unit;
}

export interface Ladder {
  waits: Record<StepName, Wait>;
  mail_to: string[];
  webhook_url: string;
  mail_customers: boolean;
}

export const STEP_NAMES: Record<StepName, string> = {
  push: "The agent's browsers",
  colleague: "A second agent",
  supervisor: "Supervisors",
  mail: "E-mail and webhook",
};

const SECONDS: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3_600 };
/** When a step that was off is turned on. */
const USUAL_SECONDS: Record<StepName, number> = { push: 15, colleague: 60, supervisor: 180, mail: 300 };
const SECONDS_MIN = 5;
const SECONDS_MAX = 86_400;
const ADDRESSES_MAX = 20;

export function ladderOf(settings: Notifications): Ladder {
  const wait = (step: StepName) => waitOf(settings[`${step}_after`], USUAL_SECONDS[step]);
  return {
    waits: { push: wait("push"), colleague: wait("colleague"), supervisor: wait("supervisor"), mail: wait("mail") },
    mail_to: settings.mail_to,
    webhook_url: settings.webhook_url ?? "",
    mail_customers: settings.mail_customers,
  };
}

export function settingsOf({ waits, mail_to, webhook_url, mail_customers }: Ladder): Notifications {
  const after = (step: StepName) => (waits[step].on ? secondsOf(waits[step]) : null);
  return {
    push_after: after("push"),
    colleague_after: after("colleague"),
    supervisor_after: after("supervisor"),
    mail_after: after("mail"),
    mail_to,
    webhook_url: webhook_url.trim() || null,
    mail_customers,
  };
}

/** In the largest unit that says it exactly. */
function waitOf(seconds: number | null, usual: number): Wait {
  const whole = seconds ?? usual;
  const unit = UNITS.findLast((one) => whole % SECONDS[one] === 0) ?? "seconds";
  return { on: seconds !== null, amount: whole / SECONDS[unit], unit };
}

function secondsOf({ amount, unit }: Wait): number {
  return amount * SECONDS[unit];
}

/** Whether a step above comes later: then this one waits for it. */
export function isHeldBack({ waits }: Ladder, step: StepName): boolean {
  const above = STEPS.slice(0, STEPS.indexOf(step));
  return waits[step].on && above.some((one) => waits[one].on && secondsOf(waits[one]) > secondsOf(waits[step]));
}

export function checkLadder({ waits, mail_to, webhook_url }: Ladder): ApiError["fields"] {
  const errors: ApiError["fields"] = [];
  for (const step of STEPS) {
    if (waits[step].on && !isPossible(waits[step])) {
      errors.push({ field: `${step}_after`, message: `${STEP_NAMES[step]}: enter a whole number, from 5 seconds to 24 hours.` });
    }
  }
  mail_to.forEach((address, at) => {
    if (!isAddress(address)) errors.push({ field: `mail_to[${at}]`, message: `“${address}” is not an e-mail address.` });
  });
  if (mail_to.length > ADDRESSES_MAX) errors.push({ field: "mail_to", message: `Enter at most ${ADDRESSES_MAX} addresses.` });
  if (webhook_url.trim() && !isWebAddress(webhook_url.trim())) {
    errors.push({ field: "webhook_url", message: "Enter a web address that begins with https:// or http://." });
  }
  return errors;
}

function isPossible(wait: Wait): boolean {
  const seconds = secondsOf(wait);
  return Number.isInteger(wait.amount) && seconds >= SECONDS_MIN && seconds <= SECONDS_MAX;
}

/** The server looks closer. */
function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
