// How the AI Agent shows itself: its name, its welcome, its looks. Loaded for one language at a time, until it is there.
import type { Address } from "./address";
import type { Host } from "./host";
import { call, Refused } from "./call";
import type { Language } from "./languages";
import { persevere } from "./persevere";
import { createStore, type Store } from "./store";
import type { Opening } from "./wire";

export type Start =
  | { at: "loading" }
  | { at: "ready"; opening: Opening }
  /** The address names an app or AI Agent that does not exist. */
  | { at: "nowhere" };

export interface Face {
  store: Store<Start, Start>;
  load(language: Language): Promise<void>;
}

export function createFace({ app, assistant }: Address, host: Host, onTrouble: () => void): Face {
  const store = createStore<Start, Start>((_, next) => next, { at: "loading" });
  let saved: Start = { at: "loading" };
  let newest = 0;

  host.onWish(({ preview }) => preview && store.dispatch(previewed(saved)));

  /** What somebody is choosing goes before what is saved. */
  function previewed(start: Start): Start {
    const { preview } = host.wishes();
    if (start.at !== "ready" || !preview) return start;
    const { welcome = start.opening.welcome, ...looks } = preview;
    return { at: "ready", opening: { ...start.opening, welcome, appearance: { ...start.opening.appearance, ...looks } } };
  }

  return {
    store,
    async load(language) {
      const mine = ++newest;
      const path = `/apps/${app}/assistants/${assistant}/widget?${new URLSearchParams({ language })}`;
      const opening: Opening | null = await persevere(() => call(path, null).catch(orNull), onTrouble).catch(() => null);
      if (mine !== newest) return;
      saved = opening ? { at: "ready", opening } : { at: "nowhere" };
      store.dispatch(previewed(saved));
    },
  };
}

/** Not found is an answer: there is no such AI Agent. */
function orNull(error: unknown): null {
  if (error instanceof Refused && error.problem.status === 404) return null;
  throw error;
}
