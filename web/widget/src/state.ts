// Everything that the screen shows, and the few ways in which it changes. Pure.
import { type Conversation, heard, opened, refreshed, withDialog, withFeedback, withMessages, withOlder } from "./conversation";
import { type Draft, ended, isOver, noDraft, withdrawn, withPiece } from "./draft";
import type { Start } from "./face";
import { type History, noHistory } from "./history";
import type { Place, Wish } from "./outbox";
import type { Upload } from "./uploads";
import type { Dialog, LiveEvent, Message, MessagePage, Person, Piece } from "./wire";
import { begunIn, withWritten, type Written } from "./written";

/** Idle until there is a conversation to listen to. */
export type Link = "idle" | "online" | "offline";

/** Whether the website has said who the visitor is, and whether the server believes it. */
export type SignedIn = "no" | "yes" | "refused";

export interface State {
  start: Start;
  signedIn: SignedIn;
  view: "chat" | "history";
  history: History;
  /** The conversation that is looked at, loaded or not; null for one that has yet to be begun. */
  current: Place;
  /** It is known and on its way. */
  resuming: boolean;
  conversation: Conversation | null;
  /** What goes with the next message. */
  uploads: Upload[];
  /** By conversation, what was not sent yet. */
  written: Written;
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
  | { type: "signed_in"; signedIn: SignedIn }
  | { type: "view"; view: State["view"] }
  | { type: "history"; history: History }
  | { type: "current"; dialog: Place; loads: boolean }
  | { type: "uploads"; uploads: Upload[] }
  | { type: "written"; text: string }
  | { type: "loaded"; me: number; dialog: Dialog; page: MessagePage }
  | { type: "dialog"; dialog: Dialog }
  | { type: "stored"; message: Message }
  | { type: "event"; event: LiveEvent }
  | { type: "piece"; piece: Piece }
  | { type: "rated"; message: string; helpful: boolean }
  | { type: "rating_settled"; message: string; helpful: boolean; saved: boolean }
  | { type: "older_wanted" }
  | { type: "older"; dialog: string; page: MessagePage | null }
  | { type: "wishes"; wishes: Wish[] }
  | { type: "link"; link: Link }
  | { type: "typing"; person: Person | null }
  | { type: "notice"; notice: string | null }
  | { type: "shown"; on: boolean }
  | { type: "forgotten" };

export function initialState(current: Place, wishes: Wish[], shown: boolean): State {
  return {
    start: { at: "loading" },
    signedIn: "no",
    view: "chat",
    history: noHistory,
    current,
    resuming: current !== null,
    conversation: null,
    uploads: [],
    written: {},
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
    case "signed_in":
      return { ...state, signedIn: action.signedIn };
    case "view":
      return { ...state, view: action.view, notice: null };
    case "history":
      return { ...state, history: action.history };
    case "current":
      return action.dialog === state.current ? state : { ...left(state), current: action.dialog, resuming: action.loads };
    case "uploads":
      return { ...state, uploads: action.uploads };
    case "written":
      return { ...state, written: withWritten(state.written, state.current, action.text) };
    case "loaded":
      return withLoaded(state, action);
    case "dialog":
      if (conversation?.dialog !== action.dialog.id) return state;
      return { ...state, conversation: withDialog(conversation, action.dialog) };
    case "stored":
      if (conversation?.dialog !== action.message.dialog) return state;
      return { ...state, conversation: withMessages(conversation, [action.message]) };
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
      if (conversation?.dialog !== action.dialog) return state;
      return { ...state, loadingOlder: false, conversation: action.page ? withOlder(conversation, action.page) : conversation };
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
      return { ...left(state), current: null, history: noHistory, written: {}, view: "chat", link: "idle" };
  }
}

/** Without anything of the conversation that was open. */
function left(state: State): State {
  return { ...state, resuming: false, conversation: null, typing: null, draft: noDraft, ratings: {}, loadingOlder: false, notice: null };
}

function withLoaded(state: State, { me, dialog, page }: Extract<Action, { type: "loaded" }>): State {
  const { conversation: before, current, written } = state;
  const conversation = before?.dialog === dialog.id ? refreshed(before, dialog, page) : opened(me, dialog, page);
  return { ...state, current: dialog.id, resuming: false, conversation, written: current === null ? begunIn(written, dialog.id) : written };
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
