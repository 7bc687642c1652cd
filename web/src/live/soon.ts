// Shapes of the API that its description does not have yet: files in messages, notes, ratings.
import type { Message, Person } from "../api";

export interface Attachment {
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface Note {
  id: string;
  dialog: string;
  author: Person;
  text: string;
  mentions: Person[];
  written_at: number;
}

export interface Rating {
  score: number;
  comment: string | null;
}

export function attachmentsOf(message: Message): Attachment[] {
  return (message as Message & { attachments?: Attachment[] }).attachments ?? [];
}
