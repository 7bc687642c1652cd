// Whether the first-run guide is shown: until everything is done, and then until whoever watched it happen says so.
import type { Start } from "../../api";
import { useState } from "react";
import { isComplete } from "./steps";

export function useGuided(start: Start) {
  const [began] = useState(!isComplete(start));
  const [dismissed, setDismissed] = useState(false);
  return {
    shown: !isComplete(start) || (began && !dismissed),
    dismiss: () => setDismissed(true),
  };
}
