// What can be seen to be wrong before the server is asked, and finding the error of one field.
import type { ApiError, AssistantSettings } from "../../api";

export const CLARIFY_TOO_HIGH = "Choose a value for asking back that is not above the confidence to answer.";

export type FieldErrors = ApiError["fields"];

export function checkSettings(settings: AssistantSettings): FieldErrors {
  const errors: FieldErrors = [];
  const need = (ok: boolean, field: string, message: string) => {
    if (!ok) errors.push({ field, message });
  };
  need(settings.name.trim() !== "", "name", "Enter a name.");
  need(settings.clarify_from <= settings.confidence_min, "clarify_from", CLARIFY_TOO_HIGH);
  const { model } = settings;
  if (model) {
    need(model.endpoint.trim() !== "", "model.endpoint", "Enter the address of the model's API.");
    need(model.name.trim() !== "", "model.name", "Enter the model's name.");
    need(Number.isFinite(model.temperature), "model.temperature", "Enter a number.");
    need(Number.isFinite(model.max_tokens), "model.max_tokens", "Enter a number.");
    need(Number.isFinite(model.timeout_ms), "model.timeout_ms", "Enter a number.");
  }
  const { action, webhook_url } = settings.unanswered;
  need(action !== "webhook" || Boolean(webhook_url?.trim()), "unanswered.webhook_url", "Enter the address to send questions to.");
  return errors;
}

/** The error of a field or of a part of it (a language of a text). The server may count from the settings or from the request. */
export function errorAt(errors: FieldErrors, field: string): string | undefined {
  return errors.find((error) => {
    const name = error.field.replace(/^settings\./, "");
    return name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`);
  })?.message;
}
