// The error of one field of the business hours. The server leaves out the word that tells weekly hours from none.
import type { Draft } from "../../draft";

export type HoursError = (field: string) => string | undefined;

export function hoursErrors(draft: Draft): HoursError {
  return (field) =>
    draft.errorOf(`unanswered.handover.hours.${field}`) ?? draft.errorOf(`unanswered.handover.hours.weekly.${field}`);
}
