// Asks the server again shortly after control has moved anywhere in the app; many moves at once ask once.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLive } from "../live";
import { useSeat } from "./seat";

const SETTLE_MS = 300;
const MOVES = new Set(["control", "dialog", "snooze"]);

export function useAfterControl(what: "counts" | "agents") {
  const { app } = useSeat();
  const live = useLive();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: ["desk", what, app] });
    };
    const stop = live.listen((frame) => {
      if (MOVES.has(frame.kind)) timer ??= setTimeout(ask, SETTLE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, queries, app, what]);
}
