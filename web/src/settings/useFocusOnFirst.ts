// Puts the cursor where the first thing is wrong.
import { useEffect } from "react";
import type { ApiError } from "../api";

export function useFocusOnFirst(errors: ApiError["fields"]) {
  useEffect(() => {
    if (errors.length > 0) document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus();
  }, [errors]);
}
