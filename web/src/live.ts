// The live connection of one open screen: one socket, one reducer, and the wishes that a screen may send.
import type { Attachment } from "./api";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { ServerFrame } from "./live/frames";
import { newMessageId } from "./live/messageId";
import { reduce } from "./live/reduce";
import { Socket } from "./live/socket";
import { nothingYet, type LiveInput, type LiveState, type Pending } from "./live/state";

export type { LiveEvent, NoticeNews, ServerFrame } from "./live/frames";
export { isMe } from "./live/isMe";
export { newMessageId } from "./live/messageId";
export type { Connection, ControlChange, LiveState, Mark, Pending, Thread } from "./live/state";

const WATCH_MAX = 20;
const TICK_MS = 1_000;

export interface Saying {
  dialog: string;
  text: string;
  attachments: Attachment[];
  /** Where it had one before it went out. */
  id?: string;
}

export class Live {
  #state: LiveState = nothingYet;
  #watched: string[] = [];
  #subscribers = new Set<() => void>();
  #listeners = new Set<(frame: ServerFrame) => void>();
  #tick: ReturnType<typeof setInterval> | undefined;
  #socket: Socket;

  /** `app` says which app to listen to, for who belongs to none. */
  constructor(url: string, app: number | null) {
    this.#socket = new Socket(url, {
      hello: () => ({ type: "hello", after: this.#state.seq, watch: this.#watched, ...(app === null ? {} : { app }) }),
      probe: () => ({ type: "ping" }),
      heard: (frame) => this.#hear(frame),
      connection: (connection) => this.dispatch({ type: "connection", connection }),
    });
  }

  start() {
    this.#tick = setInterval(() => this.dispatch({ type: "tick", now: Date.now() }), TICK_MS);
    this.#socket.start();
  }

  stop() {
    clearInterval(this.#tick);
    this.#socket.stop();
  }

  state = () => this.#state;

  subscribe = (changed: () => void) => {
    this.#subscribers.add(changed);
    return () => void this.#subscribers.delete(changed);
  };

  /** Hears every frame after it has been taken into the state. */
  listen(listener: (frame: ServerFrame) => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  dispatch(input: LiveInput) {
    const next = reduce(this.#state, input);
    if (next === this.#state) return;
    this.#state = next;
    for (const changed of this.#subscribers) changed();
  }

  /** Says whether it went out; if not, it does when the connection is back. */
  say({ dialog, text, attachments, id = newMessageId(Date.now()) }: Saying): boolean {
    this.dispatch({ type: "said", id, dialog, text, attachments, now: Date.now() });
    return this.#send({ id, dialog, text, attachments });
  }

  retry(id: string) {
    this.dispatch({ type: "retried", id, now: Date.now() });
    this.#sendPending(id);
  }

  discard(id: string) {
    this.dispatch({ type: "discarded", id });
  }

  typing(dialog: string, on: boolean) {
    this.#socket.send({ type: "typing", dialog, on });
  }

  viewing(dialog: string, on: boolean) {
    this.#socket.send({ type: "viewing", dialog, on });
  }

  markRead(dialog: string, seq: number) {
    this.#socket.send({ type: "mark", dialog, delivered_seq: seq, read_seq: seq });
  }

  watch(dialogs: string[]) {
    const wanted = [...new Set(dialogs)].slice(0, WATCH_MAX);
    if (wanted.join() === this.#watched.join()) return;
    this.#watched = wanted;
    this.#socket.send({ type: "watch", dialogs: wanted });
  }

  #hear(frame: ServerFrame) {
    this.dispatch({ type: "frame", frame, now: Date.now() });
    if (frame.kind === "welcome") {
      // The welcome comes before we count as online; what we say next is answered after that.
      this.#socket.send({ type: "ping" });
      this.#sendPending();
    }
    for (const listener of this.#listeners) listener(frame);
  }

  // Ids make this safe: what the server already has, it only confirms.
  #sendPending(only?: string) {
    for (const pending of this.#state.pending)
      if (pending.delivery.state === "sending" && (only === undefined || only === pending.id)) {
        this.dispatch({ type: "retried", id: pending.id, now: Date.now() });
        this.#send(pending);
      }
  }

  #send({ id, dialog, text, attachments }: Omit<Pending, "delivery">): boolean {
    const files = attachments.length > 0 ? { attachments: attachments.map((one) => one.id) } : {};
    return this.#socket.send({ type: "say", dialog, id, text, ...files });
  }
}

export function liveUrl(location: Location): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live`;
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("a view that uses the live connection must stand inside LiveContext");
  return live;
}

/** `select` must return something that stays the same object while nothing about it changed. */
export function useLiveState<Selected>(select: (state: LiveState) => Selected): Selected {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, () => select(live.state()));
}
