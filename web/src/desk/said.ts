// What a conversation shows of itself in one line: what the customer wrote last while they wait for a person, else who said
// what last. Pure.
import type { Attachment, Dialog, LastMessage, Me, Person } from "../api";
import { isMe } from "../live";
import { isPicture } from "./conversation/attachments/address";
import { plain } from "./conversation/marked/plain";
import { waitsSince } from "./lists/order";

export function lastSaid(dialog: Dialog, me: Me): string {
  if (isUnbegun(dialog)) return "Has not written yet";
  const said = lineOf(dialog);
  if (!said) return "No messages yet";
  const speaker = speakerOf(said.sender, me);
  return speaker ? `${speaker}: ${inShort(said)}` : inShort(said);
}

/** What the customer wrote last: by that one knows a conversation again. */
export function lastAsked({ customer_said, last_message }: Dialog): string {
  const said = customer_said ?? last_message;
  return said ? inShort(said) : "No messages yet";
}

/** It is open, and the customer has written nothing in it: they only looked in, picked a file, or asked for a person. */
export function isUnbegun({ customer, customer_said, control }: Dialog): boolean {
  return customer !== null && customer_said === null && (control?.phase === "assistant" || control?.phase === "waiting");
}

/** The words of one message, or what it brings where there are none. */
export function inShort({ text, attachments }: Pick<LastMessage, "text" | "attachments">): string {
  return plain(text) || filesInWords(attachments);
}

/** Null for the customer: it is their conversation. */
export function speakerOf(sender: Person, me: Me): string | null {
  if (sender.kind === "customer") return null;
  if (isMe(sender, me)) return "You";
  return sender.kind === "assistant" ? "AI Agent" : sender.full_name;
}

/** Who waits, waits because of what they wrote, whatever was said to calm them. */
function lineOf(dialog: Dialog): LastMessage | null {
  const waits = waitsSince(dialog) !== null;
  return (waits ? dialog.customer_said : null) ?? dialog.last_message;
}

function filesInWords(files: Attachment[]): string {
  const [first] = files;
  if (!first) return "An empty message";
  if (files.every(isPicture)) return files.length === 1 ? "Photo" : `${files.length} photos`;
  const names = files.map(({ name }) => name).join(", ");
  return files.length === 1 ? `File: ${names}` : `${files.length} files: ${names}`;
}
