// The socket: says hello, goes on after the last event that was heard, and comes back by itself when it is lost.
import { backoffMs } from "./backoff";
import type { Frame, LiveEvent } from "./wire";

const NOT_SIGNED_IN = 4401;

export interface LiveEars {
  /** `again` is true when the connection had been lost. */
  onWelcome(again: boolean): void;
  onFrame(frame: Exclude<Frame, { kind: "welcome" }>): void;
  onDown(): void;
  onSignedOut(): void;
}

export interface Live {
  /** False when nobody could hear it. */
  say(frame: object): boolean;
  up(): boolean;
  reconnect(): void;
  close(): void;
}

export function connectLive(url: string, token: string, after: number, ears: LiveEars): Live {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heard = after;
  let tries = 0;
  let welcomed = false;
  let again = false;

  function connect() {
    clearTimeout(timer);
    const mine = new WebSocket(url);
    socket = mine;
    mine.onopen = () => mine.send(JSON.stringify({ type: "hello", token, after: heard }));
    mine.onmessage = ({ data }) => socket === mine && hear(named(JSON.parse(data)));
    mine.onclose = ({ code }) => socket === mine && lost(code);
  }

  function hear(frame: Frame) {
    if (frame.kind === "welcome") {
      tries = 0;
      welcomed = true;
      // A server that was set back counts from an earlier number.
      heard = Math.min(heard, frame.seq);
      ears.onWelcome(again);
      again = true;
      return;
    }
    if (isEvent(frame)) heard = Math.max(heard, frame.seq);
    ears.onFrame(frame);
  }

  function lost(code: number) {
    socket = null;
    welcomed = false;
    if (code === NOT_SIGNED_IN) return ears.onSignedOut();
    again = true;
    ears.onDown();
    timer = setTimeout(connect, backoffMs(tries++, Math.random()));
  }

  function drop() {
    clearTimeout(timer);
    const old = socket;
    socket = null;
    welcomed = false;
    old?.close();
  }

  connect();
  return {
    say(frame) {
      if (welcomed) socket?.send(JSON.stringify(frame));
      return welcomed;
    },
    up: () => welcomed,
    reconnect() {
      again = true;
      drop();
      connect();
    },
    close: drop,
  };
}

/** Most frames are named by their kind, some by their type. */
function named(frame: { type?: string }): Frame {
  return { kind: frame.type, ...frame } as Frame;
}

function isEvent(frame: Frame): frame is LiveEvent {
  return "seq" in frame && typeof frame.seq === "number";
}
