// Takes the wishes out of the outbox one by one, in order, and does not rest until each is done or refused.
import type { Api } from "./api";
import type { Refused } from "./call";
import { isFor, type Outbox, type Wish } from "./outbox";
import { isFinal, persevere } from "./persevere";
import type { Server } from "./server";
import type { Action, State } from "./state";
import type { Store } from "./store";

interface Parts {
  api: Pick<Api, "say" | "askForPerson">;
  outbox: Outbox;
  store: Store<State, Action>;
  server: Pick<Server, "mending" | "beginDialog" | "openDialog" | "settle">;
  onTrouble(error: unknown): void;
  onRefused(wish: Wish, refused: Refused): void;
}

/** The returned function starts the work, unless it is going on already. */
export function createDelivery({ api, outbox, store: { dispatch, state }, server, onTrouble, onRefused }: Parts): () => Promise<void> {
  let running = false;

  async function deliver(wish: Wish) {
    try {
      await persevere(() => fulfil(wish), onTrouble);
      outbox.remove(wish.id);
    } catch (error) {
      if (!isFinal(error)) throw error;
      onRefused(wish, error);
    }
  }

  /** Where a wish belongs may have come about since it was made; and who made it may be gone. */
  async function fulfil({ id }: Wish) {
    const waiting = () => outbox.all().find((wish) => wish.id === id);
    const wish = waiting();
    if (!wish) return;
    await server.mending(async () => {
      const dialog = wish.dialog ?? (await server.beginDialog());
      if (!waiting()) return;
      if (isFor(wish, state().current)) await server.openDialog();
      await tell(wish, dialog);
      server.settle();
    }, wish.dialog);
  }

  async function tell(wish: Wish, dialog: string) {
    if (wish.kind === "person") return dispatch({ type: "dialog", dialog: await api.askForPerson(dialog) });
    const attachments = (wish.attachments ?? []).map(({ id }) => id);
    dispatch({ type: "stored", message: await api.say(dialog, wish.id, wish.text, attachments) });
  }

  return async () => {
    if (running) return;
    running = true;
    try {
      for (let wish = outbox.next(); wish; wish = outbox.next()) await deliver(wish);
    } finally {
      running = false;
    }
  };
}
