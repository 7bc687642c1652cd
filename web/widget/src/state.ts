// Everything that the screen shows, and the few ways in which it changes. Pure.
import { type Conversation, heard, opened, refreshed, withDialog, withFeedback, withMessages, withOlder } from "./conversation";
import { type Draft, ended, isOver, noDraft, withdrawn, withPiece } from "./draft";
import type { Wish } from "./outbox";
import type { Dialog, LiveEvent, Message, MessagePage, Opening, Person, Piece } from "./wire";

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
  /** What the AI Agent is saying just now. */
  draft: Draft;
  /** Ratings by message that the server has not confirmed yet. */
  ratings: Record<string, boolean>;
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
  | { type: "piece"; piece: Piece }
  | { type: "rated"; message: string; helpful: boolean }
  | { type: "rating_settled"; message: string; helpful: boolean; saved: boolean }
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
    draft: noDraft,
    ratings: {},
    loadingOlder: false,
    notice: null,
    shown,
  };
}

export function reduce(state: State, action: Action): State {
  const next = changed(state, action);
  return isOver(state.conversation, next.conversation) ? { ...next, draft: ended(next.draft) } : next;
}

function changed(state: State, action: Action): State {
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
    case "piece":
      return { ...state, draft: withPiece(state.draft, action.piece) };
    case "rated":
      return { ...state, ratings: { ...state.ratings, [action.message]: action.helpful } };
    case "rating_settled":
      return settled(state, action);
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
      // What was missed meanwhile may have withdrawn it.
      return { ...state, link: action.link, draft: action.link === "offline" ? withdrawn(state.draft) : state.draft };
    case "typing":
      return { ...state, typing: action.person };
    case "notice":
      return { ...state, notice: action.notice };
    case "shown":
      return { ...state, shown: action.on };
    case "forgotten":
      return { ...state, resuming: false, conversation: null, typing: null, draft: noDraft, ratings: {}, loadingOlder: false, link: "idle" };
  }
}

function loaded(before: Conversation | null, { me, dialog, page }: Extract<Action, { type: "loaded" }>): Conversation {
  return before?.dialog === dialog.id ? refreshed(before, dialog, page) : opened(me, dialog, page);
}

/** A later rating of the same message is still on its way. */
function settled(state: State, { message, helpful, saved }: Extract<Action, { type: "rating_settled" }>): State {
  const { [message]: wanted, ...others } = state.ratings;
  const { conversation } = state;
  return {
    ...state,
    ratings: wanted === helpful ? others : state.ratings,
    conversation: conversation && saved ? withFeedback(conversation, message, helpful) : conversation,
  };
}

/** Who has just written is no longer typing. */
function withEvent(state: State, event: LiveEvent): State {
  const conversation = state.conversation && heard(state.conversation, event);
  const written = event.kind === "message" && event.body.sender.id === state.typing?.id;
  return { ...state, conversation, typing: written ? null : state.typing };
}
