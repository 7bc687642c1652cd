// Puts the cursor where the first thing is wrong.
import { useEffect } from "react";
import type { FieldErrors } from "./errors";

export function useFocusOnFirst(errors: FieldErrors) {
  useEffect(() => {
    if (errors.length > 0) document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
  }, [errors]);
}
