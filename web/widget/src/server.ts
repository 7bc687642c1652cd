// The visitor's connection to the server: opens a conversation, keeps it up to date, and mends what was forgotten there.
import type { Api } from "./api";
import type { Archive } from "./archive";
import { API, Refused } from "./call";
import type { Identity, IdentityStore } from "./identity";
import { connectLive, type Live } from "./live";
import type { Outbox } from "./outbox";
import { tryNow } from "./persevere";
import type { Signals } from "./signals";
import type { Action, State } from "./state";
import type { Store } from "./store";
import type { Visit } from "./visit";
import type { Frame } from "./wire";

interface Parts {
  api: Api;
  visit: Visit;
  identity: IdentityStore;
  archive: Archive;
  outbox: Outbox;
  store: Store<State, Action>;
  signals: Signals;
  deliver(): void;
}

export type Server = ReturnType<typeof createServer>;

export function createServer({ api, visit, identity, archive, outbox, store, signals, deliver }: Parts) {
  let live: Live | null = null;
  let beginning: Promise<string> | null = null;
  const { dispatch, state } = store;

  /** What the server has forgotten is forgotten here too, so that the next try begins anew. */
  async function mending<T>(task: () => Promise<T>, dialog: string | null = state().current): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) startOver();
      if (error instanceof Refused && error.problem.status === 404) leaveDialog(dialog);
      throw error;
    }
  }

  /** The one that is looked at, begun if there is none. */
  async function openDialog(): Promise<string> {
    const known = visit.dialog();
    if (!known) return beginDialog();
    if (state().conversation?.dialog !== known) await load(known);
    return known;
  }

  /** Once at a time: a message and a file that come together begin one conversation. */
  function beginDialog(): Promise<string> {
    beginning ??= beginOnce().finally(() => (beginning = null));
    return beginning;
  }

  async function beginOnce(): Promise<string> {
    const id = await visit.begin();
    outbox.move(null, id);
    await load(id);
    void archive.load();
    return id;
  }

  async function load(id: string) {
    const [dialog, page] = await Promise.all([api.dialog(id), api.newest(id)]);
    const visitor = visit.visitor();
    if (!visitor || visit.dialog() !== id) return;
    dispatch({ type: "loaded", me: visitor.user, dialog, page });
    live ??= listen(visitor, dialog.seq);
  }

  /** The events of a long absence may be gone; the conversation itself is not. */
  async function catchUp() {
    const id = state().conversation?.dialog;
    if (id) await mending(() => load(id)).catch(() => undefined);
    await archive.load();
  }

  function listen({ token }: Identity, after: number): Live {
    const url = new URL(`${API}/live`, location.href.replace(/^http/, "ws")).href;
    return connectLive(url, token, after, {
      onWelcome: (again) => {
        dispatch({ type: "link", link: "online" });
        tryNow();
        if (again) void catchUp();
      },
      onFrame: hear,
      // Where sockets cannot pass, the news still comes with each attempt.
      onDown: () => {
        dispatch({ type: "link", link: "offline" });
        void catchUp();
      },
      onSignedOut: () => {
        startOver();
        deliver();
      },
    });
  }

  function hear(frame: Exclude<Frame, { kind: "welcome" }>) {
    const { conversation } = state();
    const isHere = frame.dialog === conversation?.dialog;
    switch (frame.kind) {
      case "message":
        if (!isHere) void archive.load();
        return dispatch({ type: "event", event: frame });
      case "control":
        dispatch({ type: "event", event: frame });
        // Whether there is something to rate stands in the conversation alone.
        if (isHere && frame.body.control?.phase === "closed") void catchUp();
        return;
      case "marks":
        return dispatch({ type: "event", event: frame });
      case "answering":
        if (isHere) dispatch({ type: "piece", piece: frame });
        return;
      case "typing":
        if (isHere && frame.user.id !== conversation?.me) signals.heardTyping(frame.user, frame.on);
    }
  }

  /** Another visitor from here on, with nothing of the one before but what waits to be sent. */
  function startOver() {
    for (const { dialog } of outbox.all()) outbox.move(dialog, null);
    live?.close();
    live = null;
    identity.forgetAll();
    dispatch({ type: "forgotten" });
  }

  function leaveDialog(dialog: string | null) {
    if (dialog) outbox.move(dialog, null);
    if (dialog !== state().current) return;
    identity.forgetDialog();
    dispatch({ type: "current", dialog: null, loads: false });
  }

  return {
    mending,
    openDialog,
    beginDialog,
    startOver,
    /** After something was done: by the socket, or where that cannot pass, by asking. */
    settle() {
      if (live?.up()) dispatch({ type: "link", link: "online" });
      else void catchUp();
    },
    reconnect: () => live?.reconnect(),
    /** False when nobody could hear it. */
    tell(frame: object): boolean {
      const dialog = state().conversation?.dialog;
      return Boolean(dialog && live?.say({ ...frame, dialog }));
    },
  };
}
