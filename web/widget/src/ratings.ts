// How the visitor found the help of a person: said, changed, and remembered, so that it can be changed after a reload.
import type { Api } from "./api";
import type { Memory } from "./memory";

export interface Rating {
  handover: string;
  agent: string;
  score: number;
  comment: string;
}

export interface Ratings {
  of(dialog: string): Rating | null;
  /** Says whether it was saved. */
  give(dialog: string, rating: Rating): Promise<boolean>;
}

export function createRatings(api: Pick<Api, "rate">, memory: Memory): Ratings {
  const keyOf = (dialog: string) => `baton.rated.${dialog}`;
  let before: Promise<unknown> = Promise.resolve();
  return {
    of: (dialog) => memory.read(keyOf(dialog)) as Rating | null,
    // One after the other, so that the last one counts.
    give(dialog, rating) {
      const saving = before.then(async () => {
        try {
          await api.rate(dialog, rating.handover, rating.score, rating.comment);
        } catch {
          return false;
        }
        memory.write(keyOf(dialog), rating);
        return true;
      });
      before = saving;
      return saving;
    },
  };
}
