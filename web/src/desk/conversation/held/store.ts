// Holds replies back until they are due, and lets go of them only when the server has them or the draft has them again.
// What is held is also kept in the browser, so that neither a closed page nor a crash loses it.
import { ApiError, type Me, type Problem } from "../../../api";
import { newMessageId, type Live, type ServerFrame } from "../../../live";
import { announce } from "../../announce";
import { draftKey, putBeforeDraft } from "../../drafts";
import { restoreUploads } from "../attachments/uploads";
import { hasControl } from "../control";
import { post, postWhileLeaving } from "./post";
import { dueNow, going, heldIn, hold, leftBehind, nextDue, parsed, without, type HeldReply, type Queue } from "./queue";

const ADOPT_AFTER_MS = 6_000;
const CONFIRMED_WITHIN_MS = 10_000;
const MOVED = "Your reply was not sent, because this conversation has moved on meanwhile. It is your draft again.";
const OLD = "A reply of yours could not be sent in time. It is your draft again.";

export type NewReply = Pick<HeldReply, "dialog" | "text" | "attachments">;

export class HeldReplies {
  #queue: Queue = [];
  #returned: Record<string, string> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #adopting: ReturnType<typeof setTimeout> | undefined;
  #subscribers = new Set<() => void>();
  #unlisten: () => void;

  constructor(
    readonly me: Me,
    readonly live: Live,
  ) {
    this.#unlisten = live.listen((frame) => this.#hear(frame));
    addEventListener("pagehide", this.#leave);
    this.#adopting = setTimeout(() => this.#adopt(), ADOPT_AFTER_MS);
  }

  /** When somebody else sits down here. */
  stop() {
    this.#unlisten();
    removeEventListener("pagehide", this.#leave);
    clearTimeout(this.#timer);
    clearTimeout(this.#adopting);
  }

  queue = () => this.#queue;
  /** Why a reply became a draft again, by conversation. */
  returned = () => this.#returned;

  subscribe = (changed: () => void) => {
    this.#subscribers.add(changed);
    return () => void this.#subscribers.delete(changed);
  };

  say(reply: NewReply, delay_ms: number) {
    const now = Date.now();
    this.forget(reply.dialog);
    this.#change(hold(this.#queue, { ...reply, id: newMessageId(now), due: now + delay_ms, isGoing: false }, now));
    this.#run();
  }

  /** The newest that can still be taken back becomes the draft again. */
  undo(dialog: string): boolean {
    const last = heldIn(this.#queue, dialog).at(-1);
    if (last) this.#toDraft(last);
    return last !== undefined;
  }

  /** Sends what is held in a conversation, and waits until the server has it: what follows must not overtake it. */
  async deliver(dialog: string): Promise<void> {
    for (const one of heldIn(this.#queue, dialog)) this.#release(one);
    const deadline = Date.now() + CONFIRMED_WITHIN_MS;
    while (this.#queue.some((one) => one.dialog === dialog)) {
      if (Date.now() > deadline) throw new Error("Your last reply could not be sent yet. Try again in a moment.");
      await this.#nextChange(deadline - Date.now());
    }
  }

  forget(dialog: string) {
    if (!(dialog in this.#returned)) return;
    const { [dialog]: _, ...rest } = this.#returned;
    this.#returned = rest;
    this.#tell();
  }

  #run = () => {
    for (const one of dueNow(this.#queue, Date.now())) this.#release(one);
    clearTimeout(this.#timer);
    const next = nextDue(this.#queue);
    if (next !== null) this.#timer = setTimeout(this.#run, Math.max(0, next - Date.now()));
  };

  #release(one: HeldReply) {
    const dialog = this.live.state().dialogs[one.dialog];
    if (dialog && !hasControl(dialog, this.me)) return this.#giveBack(one, MOVED);
    this.#change(going(this.#queue, one.id));
    if (!this.live.say(one)) this.#post(one);
  }

  #post(one: HeldReply) {
    post(one).then(
      () => this.#change(without(this.#queue, one.id)),
      (error: unknown) => {
        if (error instanceof ApiError && error.code === "refused") this.#refused(one, error.message);
      },
    );
  }

  #hear(frame: ServerFrame) {
    switch (frame.kind) {
      case "message":
        return this.#change(without(this.#queue, frame.body.id));
      case "stored":
        return this.#change(without(this.#queue, frame.id));
      case "refused":
        return this.#heardNo(frame.id, frame.problem);
      case "control": {
        const dialog = this.live.state().dialogs[frame.dialog ?? ""];
        if (!dialog || hasControl(dialog, this.me)) return;
        return heldIn(this.#queue, dialog.id).forEach((one) => this.#giveBack(one, MOVED));
      }
      default:
    }
  }

  #heardNo(id: string | null, problem: Problem) {
    const one = this.#queue.find((other) => other.id === id);
    if (!one) return;
    if (problem.code === "refused") this.#refused(one, problem.detail);
    // It stands in the conversation with the reason, and what can be done about it.
    else this.#change(without(this.#queue, one.id));
  }

  #refused(one: HeldReply, reason: string) {
    this.live.discard(one.id);
    this.#giveBack(one, `Your reply was not sent. ${reason} It is your draft again.`);
  }

  #giveBack(one: HeldReply, sentence: string) {
    this.#returned = { ...this.#returned, [one.dialog]: sentence };
    this.#toDraft(one);
    announce(sentence);
  }

  #toDraft(one: HeldReply) {
    putBeforeDraft(draftKey(this.me, one.dialog), one.text);
    restoreUploads(one.dialog, one.attachments);
    this.#change(without(this.#queue, one.id));
  }

  #adopt() {
    const { send, draft } = leftBehind(parsed(localStorage.getItem(this.#key)), this.#queue, Date.now());
    draft.forEach((one) => this.#giveBack(one, OLD));
    this.#change([...this.#queue, ...send.map((one) => ({ ...one, isGoing: true }))]);
    send.forEach((one) => this.#post(one));
    this.#keep(draft);
  }

  #leave = () => this.#queue.forEach(postWhileLeaving);

  get #key() {
    return `baton.held.${this.me.kind}-${this.me.id}`;
  }

  #change(next: Queue) {
    if (next === this.#queue) return;
    const gone = this.#queue.filter((one) => !next.some(({ id }) => id === one.id));
    this.#queue = next;
    this.#keep(gone);
    this.#tell();
  }

  /** Other windows keep theirs in the same place. */
  #keep(gone: Queue) {
    const notOthers = new Set([...this.#queue, ...gone].map(({ id }) => id));
    const others = parsed(localStorage.getItem(this.#key)).filter(({ id }) => !notOthers.has(id));
    const all = [...others, ...this.#queue];
    if (all.length > 0) localStorage.setItem(this.#key, JSON.stringify(all));
    else localStorage.removeItem(this.#key);
  }

  #tell() {
    this.#subscribers.forEach((changed) => changed());
  }

  #nextChange(within_ms: number): Promise<void> {
    return new Promise((settle) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        settle();
      };
      const timer = setTimeout(done, within_ms);
      const stop = this.subscribe(done);
    });
  }
}
