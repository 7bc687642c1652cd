// What can be seen to be wrong before the server is asked.
import type { AssistantSettings } from "../../api";
import type { FieldErrors } from "../../saving";
import { checkHours } from "./handover/hours/checkHours";

export const CLARIFY_TOO_HIGH = "Choose a value for asking back that is not above the confidence to answer.";
/** The most that the server takes. */
export const UNHELPFUL_MAX = 10;

/** `missing`: not wrong, only not written yet. */
export type Found = FieldErrors[number] & { missing?: true };
type Handover = AssistantSettings["unanswered"]["handover"];

export function checkSettings(settings: AssistantSettings): Found[] {
  const errors: Found[] = [];
  const need = (ok: boolean, field: string, message: string) => {
    if (!ok) errors.push({ field, message });
  };
  const needText = (text: string | null, field: string, message: string) => {
    if (!text?.trim()) errors.push({ field, message, missing: true });
  };
  needText(settings.name, "name", "Enter a name.");
  need(settings.clarify_from <= settings.confidence_min, "clarify_from", CLARIFY_TOO_HIGH);
  const { model } = settings;
  if (model) {
    needText(model.endpoint, "model.endpoint", "Enter the address of the model's API.");
    needText(model.name, "model.name", "Enter the model's name.");
    need(Number.isFinite(model.temperature), "model.temperature", "Enter a number.");
    need(Number.isFinite(model.max_tokens), "model.max_tokens", "Enter a number.");
    need(Number.isFinite(model.timeout_ms), "model.timeout_ms", "Enter a number.");
  }
  const { action, webhook_url, handover } = settings.unanswered;
  if (action === "webhook") needText(webhook_url, "unanswered.webhook_url", "Enter the address to send questions to.");
  return [...errors, ...checkHandover(handover)];
}

function checkHandover({ accept_seconds, silent_after_minutes: minutes, unhelpful_max: answers, hours }: Handover): Found[] {
  const errors: Found[] = checkHours(hours).map((wrong) => ({ ...wrong, field: `hours.${wrong.field}` }));
  if (!Number.isInteger(accept_seconds)) errors.push({ field: "accept_seconds", message: "Enter the seconds to accept as a whole number." });
  if (minutes !== null && !Number.isInteger(minutes)) {
    errors.push({ field: "silent_after_minutes", message: "Enter the minutes without a reply as a whole number, or leave the box empty." });
  }
  if (answers !== null && !(Number.isInteger(answers) && answers >= 1 && answers <= UNHELPFUL_MAX)) {
    const message = `Enter the answers that did not help as a whole number from 1 to ${UNHELPFUL_MAX}, or leave the box empty.`;
    errors.push({ field: "unhelpful_max", message });
  }
  return errors.map((error) => ({ ...error, field: `unanswered.handover.${error.field}` }));
}
