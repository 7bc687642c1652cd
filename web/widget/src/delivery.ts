// Takes the wishes out of the outbox one by one, in order, and does not rest until each is done or refused.
import type { Refused } from "./call";
import type { Outbox, Wish } from "./outbox";
import { isFinal, persevere } from "./persevere";

export interface Delivery {
  outbox: Outbox;
  fulfil(wish: Wish): Promise<void>;
  onTrouble(error: unknown): void;
  onRefused(wish: Wish, refused: Refused): void;
}

/** The returned function starts the work, unless it is going on already. */
export function createDelivery({ outbox, fulfil, onTrouble, onRefused }: Delivery): () => Promise<void> {
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
