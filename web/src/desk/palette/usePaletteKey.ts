// Ctrl+K, or Cmd+K, opens the palette wherever the cursor is, but not over another window.
import { useEffect } from "react";
import { CTRL, IS_APPLE } from "../shortcuts";
import { useOpenWindow } from "../windows";

export const PALETTE_KEY = `${CTRL} K`;

export function usePaletteKey() {
  const open = useOpenWindow();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isWished = event.key.toLowerCase() === "k" && (IS_APPLE ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
      if (!isWished) return;
      // Also where it does nothing here, the browser's own search bar is not wanted.
      event.preventDefault();
      if (!document.querySelector("[role=dialog]")) open("palette");
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [open]);
}
