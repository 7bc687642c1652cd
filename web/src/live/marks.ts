// How far everybody has received and read a conversation. Marks only grow, whichever of two arrives first.
import type { Dialog } from "../api";
import type { LiveState, Mark } from "./state";

export function withMarks(state: LiveState, dialog: string, heard: Dialog["marks"]): LiveState {
  const known = state.marks[dialog] ?? {};
  const grown = heard.filter((mark) => reachesFurther(mark, known[mark.user]));
  if (grown.length === 0) return state;
  const marks = Object.fromEntries(grown.map((mark) => [mark.user, furthest(mark, known[mark.user])]));
  return { ...state, marks: { ...state.marks, [dialog]: { ...known, ...marks } } };
}

function reachesFurther(mark: Mark, known: Mark | undefined): boolean {
  return !known || mark.delivered_seq > known.delivered_seq || mark.read_seq > known.read_seq;
}

function furthest(mark: Mark, known: Mark | undefined): Mark {
  return {
    delivered_seq: Math.max(mark.delivered_seq, known?.delivered_seq ?? 0),
    read_seq: Math.max(mark.read_seq, known?.read_seq ?? 0),
  };
}
