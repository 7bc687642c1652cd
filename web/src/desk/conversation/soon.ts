// Shapes of the API that its description does not have yet, as far as a conversation shows them.
import type { Dialog } from "../../api";
import type { Rating } from "../../live";

export interface CannedReply {
  id: number;
  shortcut: string;
  text: string;
}

export type CopilotTask = "answer" | "rephrase" | "shorten" | "translate" | "summarise";
export type Tone = "friendly" | "formal" | "plain";

export interface CopilotWish {
  task: CopilotTask;
  text?: string;
  tone?: Tone;
  language?: string;
}

export interface CopilotAnswer {
  text: string;
  from_model: boolean;
  sources: { title: string }[];
}

export function hasModel({ assistant }: Dialog): boolean {
  return (assistant as { has_model?: boolean } | null)?.has_model ?? false;
}

export function ratingOf(dialog: Dialog): Rating | null {
  return (dialog as Dialog & { rating?: Rating | null }).rating ?? null;
}
