import { expect, it } from "vitest";
import type { Attachment, Control, Dialog, LastMessage, Me, Person } from "../api";
import { inShort, lastAsked, lastSaid } from "./said";

const me = { kind: "agent", id: 7, full_name: "Ana", email: null, app: null, away: false, away_reason: null, supervises: false } satisfies Me;
const ida: Person = { id: 3, kind: "customer", full_name: "Ida" };
const ana: Person = { id: 7, kind: "agent", full_name: "Ana" };
const ben: Person = { id: 8, kind: "agent", full_name: "Ben" };
const nova: Person = { id: 50, kind: "assistant", full_name: "Nova" };

const waiting = { phase: "waiting", since: 1 } as Control;
const closed = { phase: "closed" } as Control;
const held = (owes_reply_since: number | null) => ({ phase: "agent", agent: ana, owes_reply_since }) as Control;

it("shows the question while somebody waits, whatever was said to calm them", () => {
  expect(line(waiting, said(nova, "Nobody is available right now."))).toBe("Where is my tent?");
  expect(line(held(5), said(nova, "Ana has joined the chat."))).toBe("Where is my tent?");
});

it("says who spoke last where nobody waits", () => {
  expect(line(held(null), said(ana, "It is on its way."))).toBe("You: It is on its way.");
  expect(line(closed, said(ben, "Glad to help."))).toBe("Ben: Glad to help.");
  expect(line(closed, said(nova, "**Three** days, see [terms](https://example.com)."))).toBe("AI Agent: Three days, see terms.");
  expect(line(closed, said(ida, "Thank you!"))).toBe("Thank you!");
});

it("says that the customer has not written, until somebody has taken it", () => {
  expect(lastSaid(dialog({ phase: "assistant" } as Control, said(nova, "Welcome!"), null), me)).toBe("Has not written yet");
  expect(lastSaid(dialog(waiting, said(nova, "One moment."), null), me)).toBe("Has not written yet");
  expect(lastSaid(dialog(held(5), said(nova, "Ana has joined."), null), me)).toBe("AI Agent: Ana has joined.");
  expect(lastSaid(dialog(closed, null, null), me)).toBe("No messages yet");
});

it("knows a conversation again by what the customer wrote last", () => {
  expect(lastAsked(dialog(closed, said(ana, "Bye!"), said(ida, "A **tent**?")))).toBe("A tent?");
  expect(lastAsked(dialog(closed, said(nova, "Welcome!"), null))).toBe("Welcome!");
  expect(lastAsked(dialog(closed, null, null))).toBe("No messages yet");
});

it("names the files of a message that has no words", () => {
  expect(inShort({ text: "", attachments: [file("a.png", "image/png")] })).toBe("Photo");
  expect(inShort({ text: "", attachments: [file("a.png", "image/png"), file("b.jpg", "image/jpeg")] })).toBe("2 photos");
  expect(inShort({ text: "", attachments: [file("bill.pdf")] })).toBe("File: bill.pdf");
  expect(inShort({ text: " ", attachments: [file("bill.pdf"), file("a.png", "image/png")] })).toBe("2 files: bill.pdf, a.png");
  expect(inShort({ text: "Here", attachments: [file("bill.pdf")] })).toBe("Here");
});

function line(control: Control, last: LastMessage): string {
  return lastSaid(dialog(control, last, said(ida, "Where is my *tent*?")), me);
}

function dialog(control: Control, last_message: LastMessage | null, customer_said: LastMessage | null): Dialog {
  return { customer: ida, control, last_message, customer_said } as Dialog;
}

function said(sender: Person, text: string): LastMessage {
  return { id: "m", seq: 1, text, sender, attachments: [], sent_at: 1 };
}

function file(name: string, media_type = "application/pdf"): Attachment {
  return { id: name, name, media_type, bytes: 1, width: null, height: null };
}
