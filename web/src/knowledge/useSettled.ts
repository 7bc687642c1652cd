// A value once it has not changed for a moment, so that not every keystroke asks the server.
import { useEffect, useState } from "react";

const SETTLES_MS = 250;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
