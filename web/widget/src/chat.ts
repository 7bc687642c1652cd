// The conductor: what the visitor does and what the server tells come together here. It draws nothing.
import type { Address } from "./address";
import { type Api, createApi } from "./api";
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
import { createOutbox, isFor, type Outbox, type Say, type Wish } from "./outbox";
import { persevere, tryNow } from "./persevere";
import { createRatings, type Ratings } from "./ratings";
import { ABOUT_IDENTITY, sentenceFor } from "./refusals";
import { createServer, type Server } from "./server";
import { createSignals, newMarks, type Signals } from "./signals";
import { type Action, initialState, reduce, type State } from "./state";
import { createStore, type Store } from "./store";
import type { Texts } from "./texts";
import { createUploads, type Uploads } from "./uploads";
import { createVisit, type Visit } from "./visit";
import type { Problem } from "./wire";

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
      async (file, onShare, signal) => this.api.upload(await this.server.openDialog(), file, onShare, signal),
      (uploads) => this.dispatch({ type: "uploads", uploads }),
    );
    this.judge = createJudge(this.api, (action) => this.dispatch(action), () => this.notPossible());
    this.signals = createSignals(
      (on) => this.server.tell({ type: "typing", on }),
      (person) => this.dispatch({ type: "typing", person }),
    );
    this.deliver = createDelivery({
      outbox: this.outbox,
      fulfil: (wish) => this.fulfil(wish),
      onTrouble: (error) => this.trouble(error),
      onRefused: (wish, { problem }) => this.refused(wish, problem),
    });
    const { api, visit, archive, outbox, store, signals, identity } = this;
    this.server = createServer({
      api,
      visit,
      archive,
      outbox,
      store,
      signals,
      forgetVisitor: () => identity.forgetAll(),
      forgetDialog: () => identity.forgetDialog(),
      deliver: () => void this.deliver(),
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
    if (claim !== undefined) this.accept(claim);
    await this.comeBack();
    await this.deliver();
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
  takeBack({ id }: Say) {
    this.outbox.remove(id);
  }

  typing(text: string) {
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
    void this.comeBack();
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

  /** What somebody with a name has not sent yet is not sent in the name of another. */
  private accept(claim: Claim | null) {
    const before = this.visit.claim(claim);
    this.dispatch({ type: "signed_in", signedIn: claim?.token ? "yes" : "no" });
    if (before === "same") return;
    if (before === "another") this.outbox.clear();
    this.uploads.clear();
    this.server.startOver();
  }

  /** Takes up the conversation that this browser remembers, or that the signed-in customer had elsewhere. */
  private async comeBack() {
    const isKnown = () => this.visit.dialog() !== null;
    const mayBeKnown = () => this.store.state().signedIn === "yes" && this.identity.dialog() === null;
    if (!isKnown() && !mayBeKnown()) return void this.archive.load();
    const back = async () => {
      if (!isKnown() && mayBeKnown()) await this.findEarlier();
      if (isKnown()) await this.server.mending(() => this.server.openDialog());
      await this.archive.load();
    };
    await persevere(back, (error) => this.trouble(error)).catch((error) => {
      if (!(error instanceof Refused)) throw error;
      this.refusedVisitor(error.problem);
    });
  }

  private async findEarlier() {
    await this.visit.arrive();
    const newest = (await this.server.mending(() => this.api.dialogs())).items[0];
    if (newest) this.identity.keepDialog(newest.id);
  }

  /** Where a wish belongs may have come about since it was made; and who made it may be gone. */
  private fulfil({ id }: Wish): Promise<void> {
    const waiting = () => this.outbox.all().find((wish) => wish.id === id);
    const wish = waiting();
    if (!wish) return Promise.resolve();
    return this.server.mending(async () => {
      const dialog = wish.dialog ?? (await this.server.beginDialog());
      if (!waiting()) return;
      if (isFor(wish, this.current())) await this.server.openDialog();
      if (wish.kind === "say") {
        const ids = (wish.attachments ?? []).map(({ id }) => id);
        this.dispatch({ type: "stored", message: await this.api.say(dialog, wish.id, wish.text, ids) });
      } else {
        this.dispatch({ type: "dialog", dialog: await this.api.askForPerson(dialog) });
      }
      this.server.settle();
    }, wish.dialog);
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
    this.refusedVisitor(problem);
    const sentence = sentenceFor(problem, this.around.texts());
    if (wish.kind === "say") return this.outbox.refuse(wish.id, sentence);
    this.outbox.remove(wish.id);
    this.dispatch({ type: "notice", notice: sentence });
  }

  private refusedVisitor({ reason, detail }: Problem) {
    if (!ABOUT_IDENTITY.includes(reason ?? "")) return;
    this.around.hint(`the visitor was refused. ${detail}`);
    if (this.store.state().signedIn === "yes") this.dispatch({ type: "signed_in", signedIn: "refused" });
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
