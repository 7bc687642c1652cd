// The windows of the desk, of which one is open at a time. Any view may open one.
import { createContext, use } from "react";

export type WindowName = "palette" | "filter" | "labels" | "snooze" | "snooze_time" | "away" | "push" | "help";

export const WindowsContext = createContext<(name: WindowName) => void>(() => undefined);

export function useOpenWindow(): (name: WindowName) => void {
  return use(WindowsContext);
}
