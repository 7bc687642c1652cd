// The errors of a page that is saved as a whole, by the names of their fields.
import type { ApiError } from "../api";

export type FieldErrors = ApiError["fields"];

/** The error of a field or of a part of it (a language of a text). The server may count from the settings or from the request. */
export function errorAt(errors: FieldErrors, field: string): string | undefined {
  return errors.find((error) => {
    const name = error.field.replace(/^settings\./, "");
    return name === field || name.startsWith(`${field}.`) || name.startsWith(`${field}[`);
  })?.message;
}
