// The held replies of whoever sits here, and for how long a reply is held.
import { useSyncExternalStore } from "react";
import type { Me } from "../../../api";
import { useLive, type Live } from "../../../live";
import { useSeat } from "../../seat";
import { HeldReplies } from "./store";

let current: HeldReplies | null = null;

/** Not tied to what is on the screen: a reply goes out also when another conversation is open by then. */
function heldRepliesOf(me: Me, live: Live): HeldReplies {
  if (current?.live === live && current.me.id === me.id) return current;
  current?.stop();
  current = new HeldReplies(me, live);
  return current;
}

export function useHeld() {
  const { me } = useSeat();
  const held = heldRepliesOf(me, useLive());
  const queue = useSyncExternalStore(held.subscribe, held.queue);
  const returned = useSyncExternalStore(held.subscribe, held.returned);
  return { held, queue, returned };
}
