// The errors of the settings on screen, as they come and go, and the ones to go to when saving did not work.
import { useEffect, useMemo, useState } from "react";
import type { AssistantSettings } from "../../api";
import { type FieldErrors, useFocusOnFirst } from "../../saving";
import { checkSettings } from "./check";
import { liveErrors, type Refused } from "./liveErrors";

const REST_MS = 700;
const NONE: FieldErrors = [];

export function useErrors(settings: AssistantSettings, saved: AssistantSettings) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const [tried, setTried] = useState(false);
  const [focused, setFocused] = useState(NONE);
  const rested = useRested(settings);
  const found = useMemo(() => checkSettings(settings), [settings]);
  const restedFound = useMemo(() => checkSettings(rested), [rested]);
  useFocusOnFirst(focused);
  return {
    errors: liveErrors({ found, rested: restedFound, saved, settings, tried, refused }),
    /** They stood in the way of saving, so they are told of together. */
    tried,
    /** True when nothing is in the way. */
    check() {
      setTried(true);
      setRefused(null);
      setFocused(found);
      return found.length === 0;
    },
    refuse(errors: FieldErrors, of: AssistantSettings) {
      setRefused({ errors, of });
      setFocused(errors);
    },
    forget() {
      setRefused(null);
      setTried(false);
      setFocused(NONE);
    },
  };
}

/** The settings as they were when nothing had changed for a moment. */
function useRested(settings: AssistantSettings): AssistantSettings {
  const [rested, setRested] = useState(settings);
  useEffect(() => {
    const timer = setTimeout(() => setRested(settings), REST_MS);
    return () => clearTimeout(timer);
  }, [settings]);
  return rested;
}
