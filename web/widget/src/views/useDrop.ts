// Files that are dragged anywhere over the chat. Says whether some are above it now.
import { useEffect, useState } from "preact/hooks";
import type { State } from "../state";
import { useAttach } from "./useAttach";

export function useDrop(state: State): boolean {
  const attach = useAttach(state);
  const [above, setAbove] = useState(false);

  useEffect(() => {
    if (!attach) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setAbove(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setAbove(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setAbove(false);
      attach([...(event.dataTransfer?.files ?? [])]);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  });

  return above && attach !== null;
}
