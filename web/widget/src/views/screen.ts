// What every view may use: the chat, the words, how times and sizes are written, and the way out.
import { createContext } from "preact";
import { useContext, useLayoutEffect, useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { Clock } from "../clock";
import type { Sizes } from "../sizes";
import type { State } from "../state";
import type { Texts } from "../texts";

export interface Screen {
  chat: Chat;
  texts: Texts;
  clock: Clock;
  sizes: Sizes;
  /** Null where there is no panel to close. */
  close: (() => void) | null;
}

export const ScreenContext = createContext<Screen>(undefined as never);

export function useScreen(): Screen {
  return useContext(ScreenContext);
}

export function useChatState(): State {
  const { store } = useScreen().chat;
  const [state, setState] = useState(store.state());
  // Before anything can be pressed, and with what has happened since it was drawn.
  useLayoutEffect(() => {
    const update = () => setState(store.state());
    update();
    return store.subscribe(update);
  }, [store]);
  return state;
}
