// Everything that the screen shows, and the few ways in which it changes. Pure.
import { type Conversation, heard, opened, refreshed, withDialog, withMessages, withOlder } from "./conversation";
import type { Wish } from "./outbox";
import type { Dialog, LiveEvent, Message, MessagePage, Opening, Person } from "./wire";

export type Start =
  | { at: "loading" }
  | { at: "ready"; opening: Opening }
  /** The address names an app or AI Agent that does not exist. */
  | { at: "nowhere" };

/** Idle until there is a conversation to listen to. */
export type Link = "idle" | "online" | "offline";

export interface State {
  start: Start;
  /** An earlier conversation is known and on its way. */
  resuming: boolean;
  conversation: Conversation | null;
  wishes: Wish[];
  link: Link;
  typing: Person | null;
  loadingOlder: boolean;
  notice: string | null;
  shown: boolean;
}

export type Action =
  | { type: "start"; start: Start }
  | { type: "loaded"; me: number; dialog: Dialog; page: MessagePage }
  | { type: "dialog"; dialog: Dialog }
  | { type: "stored"; message: Message }
  | { type: "event"; event: LiveEvent }
  | { type: "older_wanted" }
  | { type: "older"; page: MessagePage | null }
  | { type: "wishes"; wishes: Wish[] }
  | { type: "link"; link: Link }
  | { type: "typing"; person: Person | null }
  | { type: "notice"; notice: string | null }
  | { type: "shown"; on: boolean }
  | { type: "forgotten" };

export function initialState(resuming: boolean, wishes: Wish[], shown: boolean): State {
  return {
    start: { at: "loading" },
    resuming,
    conversation: null,
    wishes,
    link: "idle",
    typing: null,
    loadingOlder: false,
    notice: null,
    shown,
  };
}

export function reduce(state: State, action: Action): State {
  const { conversation } = state;
  switch (action.type) {
    case "start":
      return { ...state, start: action.start };
    case "loaded":
      return { ...state, resuming: false, conversation: loaded(conversation, action) };
    case "dialog":
      return { ...state, conversation: conversation && withDialog(conversation, action.dialog) };
    case "stored":
      return { ...state, conversation: conversation && withMessages(conversation, [action.message]) };
    case "event":
      return withEvent(state, action.event);
    case "older_wanted":
      return { ...state, loadingOlder: true };
    case "older":
      return {
        ...state,
        loadingOlder: false,
        conversation: conversation && action.page ? withOlder(conversation, action.page) : conversation,
      };
    case "wishes":
      return { ...state, wishes: action.wishes };
    case "link":
      return { ...state, link: action.link };
    case "typing":
      return { ...state, typing: action.person };
    case "notice":
      return { ...state, notice: action.notice };
    case "shown":
      return { ...state, shown: action.on };
    case "forgotten":
      return { ...state, resuming: false, conversation: null, typing: null, loadingOlder: false, link: "idle" };
  }
}

function loaded(before: Conversation | null, { me, dialog, page }: Extract<Action, { type: "loaded" }>): Conversation {
  return before?.dialog === dialog.id ? refreshed(before, dialog, page) : opened(me, dialog, page);
}

/** Who has just written is no longer typing. */
function withEvent(state: State, event: LiveEvent): State {
  const conversation = state.conversation && heard(state.conversation, event);
  const written = event.kind === "message" && event.body.sender.id === state.typing?.id;
  return { ...state, conversation, typing: written ? null : state.typing };
}
