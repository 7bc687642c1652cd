// One WebSocket that comes back by itself: backoff with jitter, a probe for dead connections, no knowledge of content.
import type { ClientFrame, ServerFrame } from "./frames";
import type { Connection } from "./state";

export const SIGNED_OUT_CODE = 4401;
const QUIET_BEFORE_PROBE_MS = 25_000;
const PROBE_PATIENCE_MS = 10_000;
const CHECK_EVERY_MS = 5_000;
const DELAY_FIRST_MS = 500;
const DELAY_MAX_MS = 30_000;

interface Owner {
  hello: () => ClientFrame;
  /** Something harmless that the server always answers. */
  probe: () => ClientFrame;
  heard: (frame: ServerFrame) => void;
  connection: (connection: Connection) => void;
}

export function delayMs(attempt: number, chance: number): number {
  const ceiling = Math.min(DELAY_MAX_MS, DELAY_FIRST_MS * 2 ** attempt);
  return Math.round(ceiling * (0.5 + chance / 2));
}

export class Socket {
  #socket: WebSocket | null = null;
  #attempt = 0;
  #heardAt = 0;
  #probedAt: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #check: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly url: string,
    readonly owner: Owner,
  ) {}

  start() {
    window.addEventListener("online", this.#connect);
    window.addEventListener("offline", this.#wentOffline);
    document.addEventListener("visibilitychange", this.#cameBack);
    this.#check = setInterval(this.#lookAfter, CHECK_EVERY_MS);
    this.#connect();
  }

  stop() {
    window.removeEventListener("online", this.#connect);
    window.removeEventListener("offline", this.#wentOffline);
    document.removeEventListener("visibilitychange", this.#cameBack);
    clearInterval(this.#check);
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** Says whether the frame went out. */
  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #connect = () => {
    clearTimeout(this.#retry);
    this.#drop();
    this.owner.connection({ phase: "connecting" });
    const socket = new WebSocket(this.url);
    this.#socket = socket;
    this.#heardAt = Date.now();
    this.#probedAt = null;
    socket.onopen = () => socket.send(JSON.stringify(this.owner.hello()));
    socket.onmessage = (event) => this.#hear(event);
    socket.onclose = (event) => this.#closed(event.code);
  };

  #hear(event: MessageEvent) {
    this.#heardAt = Date.now();
    this.#probedAt = null;
    const frame = JSON.parse(String(event.data)) as ServerFrame;
    if (frame.kind === "welcome") {
      this.#attempt = 0;
      this.owner.connection({ phase: "open" });
    }
    this.owner.heard(frame);
  }

  #closed(code: number) {
    this.#socket = null;
    if (code === SIGNED_OUT_CODE) return this.owner.connection({ phase: "signed_out" });
    if (!navigator.onLine) return this.owner.connection({ phase: "offline" });
    const delay = delayMs(this.#attempt++, Math.random());
    this.#retry = setTimeout(this.#connect, delay);
    this.owner.connection({ phase: "waiting", until: Date.now() + delay });
  }

  #drop() {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #wentOffline = () => {
    clearTimeout(this.#retry);
    this.#drop();
    this.owner.connection({ phase: "offline" });
  };

  // A laptop that wakes up may hold a socket that only looks open, or wait out a long delay for nothing.
  #cameBack = () => {
    if (document.visibilityState !== "visible") return;
    if (this.#socket) this.#probe();
    else if (this.#attempt > 0) this.#connect();
  };

  #lookAfter = () => {
    const now = Date.now();
    if (!this.#socket) return;
    if (this.#probedAt !== null && now - this.#probedAt > PROBE_PATIENCE_MS) {
      this.#drop();
      this.#closed(1006);
    } else if (this.#probedAt === null && now - this.#heardAt > QUIET_BEFORE_PROBE_MS) this.#probe();
  };

  #probe() {
    this.#probedAt ??= Date.now();
    this.send(this.owner.probe());
  }
}
