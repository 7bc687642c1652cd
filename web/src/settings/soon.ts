// What agents mark conversations with, and what they need not write again.
import type { Hue } from "../ui";

export interface Label {
  id: number;
  name: string;
  colour: Hue;
}

export interface CannedReply {
  id: number;
  shortcut: string;
  text: string;
}
