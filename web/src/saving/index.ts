// What every page of settings that is saved as a whole needs: the bar at its bottom, and what can stand in the way.
export { Conflict, isConflict } from "./Conflict";
export { errorAt, type FieldErrors } from "./errors";
export { NotSaved, SavingBar } from "./SavingBar";
export { useFocusOnFirst } from "./useFocusOnFirst";
