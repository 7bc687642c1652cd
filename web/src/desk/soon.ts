// What the server is about to say, until its description says so too.
import type { Agent, Dialog, Person } from "../api";

export type Colour = "gray" | "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "pink";

export interface Label {
  id: number;
  name: string;
  colour: Colour;
}

/** What staff see of a conversation beyond what everybody sees. */
interface StaffView {
  labels: Label[];
  snoozed_until: number | null;
  rating: { score: number; comment: string | null } | null;
}

export type StaffDialog = Dialog & StaffView;

export function staffView(dialog: Dialog): StaffView {
  const { labels = [], snoozed_until = null, rating = null } = dialog as Dialog & Partial<StaffView>;
  return { labels, snoozed_until, rating };
}

export function awayReasonOf(agent: Agent | undefined): string | null {
  return (agent as { away_reason?: string | null } | undefined)?.away_reason ?? null;
}

export interface ViewFilter {
  list?: string | null;
  assistant?: string | null;
  agent?: number | null;
  label?: number | null;
  q?: string | null;
}

export interface View {
  id: number;
  name: string;
  filter: ViewFilter;
}

export interface HitPart {
  text: string;
  hit: boolean;
}

/** One place that a search found; without a message it is the customer's name or e-mail. */
export interface Hit {
  dialog: Dialog;
  message: { id: string; seq: number; sender: Person; sent_at: number } | null;
  parts: HitPart[];
}
