// The conductor: what the visitor does and what the server tells come together here. It draws nothing.
import type { Address } from "./address";
import { type Api, createApi, Refused } from "./api";
import { createDelivery } from "./delivery";
import { newId } from "./id";
import { createIdentityStore, type Identity, type IdentityStore } from "./identity";
import { connectLive, type Live } from "./live";
import type { Memory } from "./memory";
import { createOutbox, type Outbox, type Say, type Wish } from "./outbox";
import { persevere, tryNow } from "./persevere";
import { createSignals, newMarks, type Signals } from "./signals";
import { type Action, initialState, reduce, type State } from "./state";
import { createStore, type Store } from "./store";
import type { Texts } from "./texts";
import type { Frame, Message } from "./wire";

const API = "/api/v1";

export class Chat {
  readonly store: Store<State, Action>;
  private readonly api: Api;
  private readonly identity: IdentityStore;
  private readonly outbox: Outbox;
  private readonly signals: Signals;
  private readonly deliver: () => Promise<void>;
  private live: Live | null = null;
  private rating: Promise<void> = Promise.resolve();

  constructor(
    private readonly address: Address,
    memory: Memory,
    private readonly texts: Texts,
    shown: boolean,
  ) {
    const { app, assistant } = address;
    this.identity = createIdentityStore(memory, address);
    this.api = createApi(API, address, () => this.visitor()?.token ?? null);
    this.outbox = createOutbox(memory, `baton.outbox.${app}.${assistant}`, (wishes) =>
      this.dispatch({ type: "wishes", wishes }),
    );
    this.store = createStore(reduce, initialState(this.hasConversation(), this.outbox.all(), shown));
    this.store.subscribe(() => this.mark());
    this.signals = createSignals(
      (on) => this.tell({ type: "typing", on }),
      (person) => this.dispatch({ type: "typing", person }),
    );
    this.deliver = createDelivery({
      outbox: this.outbox,
      fulfil: (wish) => this.fulfil(wish),
      onTrouble: (error) => this.trouble(error),
      onRefused: (wish, { problem }) => this.refused(wish, problem.reason, problem.detail),
    });
  }

  async start() {
    void this.loadOpening();
    addEventListener("online", () => {
      this.live?.reconnect();
      tryNow();
    });
    if (this.hasConversation()) await this.resume();
    await this.deliver();
  }

  say(text: string) {
    const now = Date.now();
    this.signals.stopped();
    this.dispatch({ type: "notice", notice: null });
    this.outbox.add({ kind: "say", id: newId(now), text, written_at: now, refusal: null });
    void this.deliver();
  }

  askForPerson() {
    this.dispatch({ type: "notice", notice: null });
    this.outbox.add({ kind: "person", id: newId(Date.now()) });
    void this.deliver();
  }

  /** Nobody has come yet, and nobody needs to. */
  async wantNoPerson() {
    const { conversation } = this.store.state();
    if (!conversation) return;
    this.dispatch({ type: "notice", notice: null });
    try {
      this.dispatch({ type: "dialog", dialog: await this.api.wantNoPerson(conversation.dialog) });
    } catch {
      this.dispatch({ type: "notice", notice: this.texts.not_possible });
    }
  }

  /** Where a reply reaches this visitor. Says whether it was taken. */
  async leaveContact(email: string): Promise<boolean> {
    const { conversation } = this.store.state();
    if (!conversation) return false;
    try {
      this.dispatch({ type: "dialog", dialog: await this.api.leaveContact(conversation.dialog, email) });
      return true;
    } catch {
      return false;
    }
  }

  /** A refused message goes back to the one who wrote it. */
  takeBack({ id }: Say) {
    this.outbox.remove(id);
  }

  /** Shown at once, and taken back when it could not be saved. One after the other, so that the last one counts. */
  rate({ id, dialog }: Message, helpful: boolean) {
    this.dispatch({ type: "notice", notice: null });
    this.dispatch({ type: "rated", message: id, helpful });
    const settle = (saved: boolean) => this.dispatch({ type: "rating_settled", message: id, helpful, saved });
    this.rating = this.rating
      .then(() => this.api.rate(dialog, id, helpful))
      .then(
        () => settle(true),
        () => {
          settle(false);
          this.dispatch({ type: "notice", notice: this.texts.not_possible });
        },
      );
  }

  typing(text: string) {
    this.signals.wrote(text);
  }

  show(on: boolean) {
    this.dispatch({ type: "shown", on });
  }

  async loadOlder() {
    const { conversation, loadingOlder } = this.store.state();
    const first = conversation?.messages[0];
    if (!conversation?.more || !first || loadingOlder) return;
    this.dispatch({ type: "older_wanted" });
    const page = await this.api.older(conversation.dialog, first.seq).catch(() => null);
    this.dispatch({ type: "older", page });
  }

  private async loadOpening() {
    const opening = await persevere(
      () => this.api.opening().catch(orNull),
      (error) => this.trouble(error),
    ).catch(() => null);
    this.dispatch({ type: "start", start: opening ? { at: "ready", opening } : { at: "nowhere" } });
  }

  /** Takes up the conversation that this browser remembers, or forgets it when it is over. */
  private resume() {
    return persevere(
      async () => {
        if (this.hasConversation()) await this.mending(() => this.openDialog());
      },
      (error) => this.trouble(error),
    );
  }

  private fulfil(wish: Wish): Promise<void> {
    return this.mending(async () => {
      const dialog = await this.openDialog();
      if (wish.kind === "say") {
        const message = await this.api.say(dialog, wish.id, wish.text);
        this.dispatch({ type: "stored", message });
      } else {
        this.dispatch({ type: "dialog", dialog: await this.api.askForPerson(dialog) });
      }
      if (this.live?.up()) this.dispatch({ type: "link", link: "online" });
      else void this.catchUp();
    });
  }

  /** What the server has forgotten is forgotten here too, so that the next try begins anew. */
  private async mending<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401) this.startOver();
      if (error instanceof Refused && error.problem.status === 404) this.leaveDialog();
      throw error;
    }
  }

  private async openDialog(): Promise<string> {
    const known = this.visitor() && this.identity.dialog();
    if (known && this.store.state().conversation?.dialog === known) return known;
    const id = known ?? (await this.findOrCreateDialog());
    this.identity.keepDialog(id);
    await this.load(id);
    return id;
  }

  /** A visitor who is known may have a dialog whose creation was never heard of here. */
  private async findOrCreateDialog(): Promise<string> {
    if (this.visitor()) {
      const dialogs = await this.api.dialogs();
      const mine = dialogs.find(({ type, assistant }) => type === 2 && assistant?.id === this.address.assistant);
      if (mine) return mine.id;
    } else {
      const { token, user, expires_at } = await this.api.newVisitor();
      this.identity.keepVisitor({ token, user: user.id, expires_at });
    }
    return (await this.api.newDialog()).id;
  }

  private async load(id: string) {
    const [dialog, page] = await Promise.all([this.api.dialog(id), this.api.newest(id)]);
    const visitor = this.visitor();
    if (!visitor) return;
    this.dispatch({ type: "loaded", me: visitor.user, dialog, page });
    this.live ??= this.listen(visitor, dialog.seq);
  }

  private listen({ token }: Identity, after: number): Live {
    const url = new URL(`${API}/live`, location.href.replace(/^http/, "ws")).href;
    return connectLive(url, token, after, {
      onWelcome: (again) => {
        this.dispatch({ type: "link", link: "online" });
        tryNow();
        if (again) void this.catchUp();
      },
      onFrame: (frame) => this.hear(frame),
      // Where sockets cannot pass, the news still comes with each attempt.
      onDown: () => {
        this.dispatch({ type: "link", link: "offline" });
        void this.catchUp();
      },
      onSignedOut: () => {
        this.startOver();
        void this.deliver();
      },
    });
  }

  private hear(frame: Exclude<Frame, { kind: "welcome" }>) {
    const conversation = this.store.state().conversation;
    switch (frame.kind) {
      case "message":
      case "control":
      case "marks":
        return this.dispatch({ type: "event", event: frame });
      case "answering":
        if (frame.dialog === conversation?.dialog) this.dispatch({ type: "piece", piece: frame });
        return;
      case "typing":
        if (frame.dialog === conversation?.dialog && frame.user.id !== conversation.me)
          this.signals.heardTyping(frame.user, frame.on);
    }
  }

  /** The events of a long absence may be gone; the conversation itself is not. */
  private async catchUp() {
    const id = this.store.state().conversation?.dialog;
    if (id) await this.mending(() => this.load(id)).catch(() => undefined);
  }

  private mark() {
    const { conversation } = this.store.state();
    const marks = newMarks(this.store.state());
    if (!conversation || !marks || !this.tell({ type: "mark", ...marks })) return;
    const known = conversation.marks[conversation.me];
    const body = { user: conversation.me, read_seq: known?.read_seq ?? 0, ...marks };
    this.dispatch({ type: "event", event: { kind: "marks", seq: 0, dialog: conversation.dialog, body } });
  }

  private tell(frame: object): boolean {
    const dialog = this.store.state().conversation?.dialog;
    return Boolean(dialog && this.live?.say({ ...frame, dialog }));
  }

  private refused(wish: Wish, reason: string | undefined, detail: string) {
    const sentence = (reason && this.texts.refusals[reason]) || detail || this.texts.not_possible;
    if (wish.kind === "say") return this.outbox.refuse(wish.id, sentence);
    this.outbox.remove(wish.id);
    this.dispatch({ type: "notice", notice: sentence });
  }

  private trouble(error: unknown) {
    if (!(error instanceof Refused)) this.dispatch({ type: "link", link: "offline" });
  }

  private startOver() {
    this.identity.forgetAll();
    this.leaveDialog();
  }

  private leaveDialog() {
    this.live?.close();
    this.live = null;
    this.identity.forgetDialog();
    this.dispatch({ type: "forgotten" });
  }

  private hasConversation(): boolean {
    return this.visitor() !== null && this.identity.dialog() !== null;
  }

  private visitor(): Identity | null {
    return this.identity.visitor(Date.now());
  }

  private dispatch(action: Action) {
    this.store.dispatch(action);
  }
}

/** Not found is an answer: there is no such AI Agent. */
function orNull(error: unknown): null {
  if (error instanceof Refused && error.problem.status === 404) return null;
  throw error;
}
