// What can be put in place of what is being written: canned replies, colleagues, emoji. Arrow keys choose, Enter takes.
import { useState, type KeyboardEvent } from "react";
import type { Agent, CannedReply, Dialog } from "../../../api";
import { useReplies } from "../../../canned";
import { useSeat } from "../../seat";
import { customerName } from "../../words";
import { useColleagues } from "../notes/useColleagues";
import { findEmoji } from "./emoji";
import { filledIn, tokenAt, type Token, type TokenKind } from "./tokens";

export interface Suggestion {
  key: string;
  label: string;
  hint: string;
  insert: string;
}

export interface Suggestions {
  token: Token | null;
  options: Suggestion[];
  /** Said where there are none; null also while it is not known yet whether there are. */
  nothing: string | null;
  active: number;
  take: (option: Suggestion) => void;
  /** Says whether the key was for the suggestions. */
  press: (event: KeyboardEvent) => boolean;
  follow: (text: string, cursor: number) => void;
}

const SHOWN_MAX = 8;

export function useSuggestions(dialog: Dialog, kinds: readonly TokenKind[], onTake: (token: Token, insert: string) => void): Suggestions {
  const [token, setToken] = useState<Token | null>(null);
  const [active, setActive] = useState(0);
  const { options, nothing } = useOptions(dialog, token);

  const take = (option: Suggestion) => {
    if (token) onTake(token, option.insert);
    setToken(null);
  };
  const follow = (text: string, cursor: number) => {
    const next = tokenAt(text, cursor);
    setToken(next && kinds.includes(next.kind) ? next : null);
    if (next?.query !== token?.query) setActive(0);
  };
  const press = (event: KeyboardEvent): boolean => {
    const option = options[active];
    if (!token || event.nativeEvent.isComposing) return false;
    if (event.key === "Escape") setToken(null);
    else if (!option) return false;
    else if (event.key === "ArrowDown") setActive((active + 1) % options.length);
    else if (event.key === "ArrowUp") setActive((active + options.length - 1) % options.length);
    else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey)) take(option);
    else return false;
    event.preventDefault();
    return true;
  };
  return { token, options, nothing, active: Math.min(active, Math.max(0, options.length - 1)), take, press, follow };
}

type Options = Pick<Suggestions, "options" | "nothing">;

function useOptions(dialog: Dialog, token: Token | null): Options {
  const { me, app } = useSeat();
  const canned = useReplies(app, token?.kind === "canned").data;
  const colleagues = useColleagues(token?.kind === "mention");
  if (!token) return { options: [], nothing: null };
  const wanted = token.query.toLowerCase();
  switch (token.kind) {
    case "canned": {
      const names = { customer: customerName(dialog), agent: me.full_name };
      const fitting = canned?.filter(({ shortcut, text }) => isCalled(shortcut, text, wanted)) ?? [];
      const nothing = canned?.length === 0 ? "There are no canned replies yet. You can write one under the three dots." : "No canned reply is called so.";
      return { options: fitting.slice(0, SHOWN_MAX).map((one) => optionOf(one, names)), nothing: canned ? nothing : null };
    }
    case "mention": {
      const fitting = colleagues.filter(({ full_name }) => startsSo(full_name, wanted));
      return { options: fitting.slice(0, SHOWN_MAX).map(mentionOf), nothing: "No colleague is called so." };
    }
    case "emoji":
      return { options: findEmoji(wanted).slice(0, SHOWN_MAX).map(({ sign, name }) => ({ key: sign, label: sign, hint: name, insert: sign })), nothing: null };
  }
}

function mentionOf({ id, full_name, online }: Agent): Suggestion {
  return { key: `agent-${id}`, label: full_name, hint: online ? "Online" : "", insert: `@${full_name}` };
}

function optionOf({ id, shortcut, text }: CannedReply, names: { customer: string; agent: string }): Suggestion {
  const insert = filledIn(text, names);
  return { key: `canned-${id}`, label: `/${shortcut}`, hint: insert, insert };
}

function isCalled(shortcut: string, text: string, wanted: string): boolean {
  return shortcut.toLowerCase().includes(wanted) || startsSo(text, wanted);
}

function startsSo(words: string, wanted: string): boolean {
  return words.toLowerCase().split(/[\s,.!?]+/).some((word) => word.startsWith(wanted));
}
