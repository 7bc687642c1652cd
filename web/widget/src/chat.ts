// The conductor: what the visitor does and what the server tells come together here. It draws nothing.
import type { Address } from "./address";
import { type Api, createApi } from "./api";
import { type Arrival, createArrival } from "./arrival";
import { type Archive, createArchive } from "./archive";
import type { Claim } from "./bridge";
import { Refused } from "./call";
import { createDelivery } from "./delivery";
import type { Face } from "./face";
import { createFiles, type Files } from "./files";
import { newId } from "./id";
import { createIdentityStore, type IdentityStore, NEW } from "./identity";
import { createJudge, type Judge } from "./judge";
import type { Memory } from "./memory";
import { createOutbox, type Outbox, type Say, type Wish } from "./outbox";
import { tryNow } from "./persevere";
import { createRatings, type Ratings } from "./ratings";
import { sentenceFor } from "./refusals";
import { createServer, type Server } from "./server";
import { createSignals, newMarks, type Signals } from "./signals";
import { type Action, initialState, reduce, type State } from "./state";
import { createStore, type Store } from "./store";
import type { Texts } from "./texts";
import { createUploads, type Uploads } from "./uploads";
import { createVisit, type Visit } from "./visit";
import type { Problem } from "./wire";
import { writtenIn } from "./written";

interface Surroundings {
  address: Address;
  memory: Memory;
  face: Face;
  texts(): Texts;
  language(): string;
  /** For whoever builds the website. */
  hint(hint: string): void;
}

export class Chat {
  readonly store: Store<State, Action>;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly ratings: Ratings;
  readonly archive: Archive;
  /** Says whether an answer helped. */
  readonly judge: Judge;
  private readonly api: Api;
  private readonly identity: IdentityStore;
  private readonly visit: Visit;
  private readonly outbox: Outbox;
  private readonly signals: Signals;
  private readonly server: Server;
  private readonly arrival: Arrival;
  private readonly deliver: () => Promise<void>;

  constructor(
    private readonly around: Surroundings,
    shown: boolean,
  ) {
    const { address, memory, face, language } = around;
    this.identity = createIdentityStore(memory, address);
    this.api = createApi(address, () => this.visit.visitor()?.token ?? null, language);
    this.visit = createVisit(this.api, this.identity);
    this.archive = createArchive(this.api, this.visit, (history) => this.dispatch({ type: "history", history }));
    this.files = createFiles(this.api.file);
    this.ratings = createRatings(this.api, memory);
    this.outbox = createOutbox(memory, `baton.outbox.${address.app}.${address.assistant}`, (wishes) =>
      this.dispatch({ type: "wishes", wishes }),
    );
    this.store = createStore(reduce, initialState(this.visit.dialog(), this.outbox.all(), shown));
    this.store.subscribe(() => this.mark());
    this.dispatch({ type: "start", start: face.store.state() });
    face.store.subscribe(() => this.dispatch({ type: "start", start: face.store.state() }));
    this.uploads = createUploads(
      {
        send: async (file, onShare, signal) => this.api.upload(await this.server.openDialog(), file, onShare, signal),
        isOpen: () => this.visit.dialog() !== null,
      },
      (uploads) => this.dispatch({ type: "uploads", uploads }),
    );
    this.judge = createJudge(this.api, (action) => this.dispatch(action), () => this.notPossible());
    this.signals = createSignals(
      (on) => this.server.tell({ type: "typing", on }),
      (person) => this.dispatch({ type: "typing", person }),
    );
    const { api, visit, identity, archive, outbox, uploads, store, signals } = this;
    const deliver = () => void this.deliver();
    const onTrouble = (error: unknown) => this.trouble(error);
    const server = createServer({ api, visit, identity, archive, outbox, store, signals, deliver });
    this.server = server;
    this.arrival = createArrival({ api, visit, identity, archive, outbox, uploads, store, server, onTrouble, hint: around.hint });
    this.deliver = createDelivery({
      api,
      outbox,
      store,
      server,
      onTrouble,
      onRefused: (wish, { problem }) => this.refused(wish, problem),
    });
  }

  async start(claim: Claim | null | undefined) {
    addEventListener("online", () => {
      this.server.reconnect();
      tryNow();
    });
    await this.identify(claim);
  }

  /** The website says who the visitor is, or that nobody is signed in any more; or it does not say. */
  async identify(claim: Claim | null | undefined) {
    if (claim !== undefined) this.arrival.accept(claim);
    await this.arrival.comeBack();
    await this.deliver();
  }

  /** What stands in the composer, with the files beside it. */
  send() {
    const text = writtenIn(this.store.state().written, this.current()).trim();
    this.dispatch({ type: "written", text: "" });
    this.say(text);
  }

  say(text: string) {
    const now = Date.now();
    const attachments = this.uploads.take();
    this.signals.stopped();
    this.dispatch({ type: "notice", notice: null });
    this.outbox.add({ kind: "say", id: newId(now), dialog: this.current(), text, attachments, written_at: now, refusal: null });
    void this.deliver();
  }

  askForPerson() {
    this.dispatch({ type: "notice", notice: null });
    this.outbox.add({ kind: "person", id: newId(Date.now()), dialog: this.current() });
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
      this.notPossible();
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
  takeBack({ id, text }: Say) {
    this.outbox.remove(id);
    this.dispatch({ type: "written", text });
  }

  write(text: string) {
    this.dispatch({ type: "written", text });
    this.signals.wrote(text);
  }

  show(on: boolean) {
    this.dispatch({ type: "shown", on });
  }

  notice(notice: string | null) {
    this.dispatch({ type: "notice", notice });
  }

  showHistory() {
    this.dispatch({ type: "view", view: "history" });
    void this.archive.load();
  }

  isNamed(): boolean {
    return this.visit.isNamed();
  }

  showChat() {
    this.dispatch({ type: "view", view: "chat" });
  }

  /** Looks at one of the visitor's conversations. */
  look(dialog: string) {
    this.identity.keepDialog(dialog);
    this.turnTo(dialog);
    void this.arrival.comeBack();
  }

  beginAnother() {
    this.identity.keepDialog(NEW);
    this.turnTo(null);
  }

  async loadOlder() {
    const { conversation, loadingOlder } = this.store.state();
    const first = conversation?.messages[0];
    if (!conversation?.more || !first || loadingOlder) return;
    const { dialog } = conversation;
    this.dispatch({ type: "older_wanted" });
    const page = await this.api.older(dialog, first.seq).catch(() => null);
    this.dispatch({ type: "older", dialog, page });
  }

  private turnTo(dialog: string | null) {
    this.signals.stopped();
    if (dialog !== this.store.state().current) this.uploads.clear();
    this.dispatch({ type: "current", dialog, loads: dialog !== null });
    this.dispatch({ type: "view", view: "chat" });
    void this.archive.load();
  }

  private mark() {
    const { conversation } = this.store.state();
    const marks = newMarks(this.store.state());
    if (!conversation || !marks || !this.server.tell({ type: "mark", ...marks })) return;
    const known = conversation.marks[conversation.me];
    const body = { user: conversation.me, read_seq: known?.read_seq ?? 0, ...marks };
    this.dispatch({ type: "event", event: { kind: "marks", seq: 0, dialog: conversation.dialog, body } });
  }

  private refused(wish: Wish, problem: Problem) {
    this.arrival.refused(problem);
    const sentence = sentenceFor(problem, this.around.texts());
    if (wish.kind === "say") return this.outbox.refuse(wish.id, sentence);
    this.outbox.remove(wish.id);
    this.dispatch({ type: "notice", notice: sentence });
  }

  private trouble(error: unknown) {
    if (!(error instanceof Refused)) this.dispatch({ type: "link", link: "offline" });
  }

  private notPossible() {
    this.dispatch({ type: "notice", notice: this.around.texts().not_possible });
  }

  private current() {
    return this.store.state().current;
  }

  private dispatch(action: Action) {
    this.store.dispatch(action);
  }
}
