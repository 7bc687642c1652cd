// Whether an answer helped: shown at once, and taken back when it could not be saved.
import type { Api } from "./api";
import type { Action } from "./state";
import type { Message } from "./wire";

export type Judge = (message: Message, helpful: boolean) => void;

/** One after the other, so that the last one counts. */
export function createJudge(api: Pick<Api, "judge">, dispatch: (action: Action) => void, onFailed: () => void): Judge {
  let before: Promise<void> = Promise.resolve();
  return ({ id, dialog }, helpful) => {
    const settle = (saved: boolean) => dispatch({ type: "rating_settled", message: id, helpful, saved });
    dispatch({ type: "notice", notice: null });
    dispatch({ type: "rated", message: id, helpful });
    before = before
      .then(() => api.judge(dialog, id, helpful))
      .then(
        () => settle(true),
        () => {
          settle(false);
          onFailed();
        },
      );
  };
}
