import { describe, expect, it } from "vitest";
import type { AssistantSettings } from "../../../api";
import { usualHours } from "./hours/week";
import { textsNotShown, textsWhenClosed, textsWhenNobody } from "./nobody";

type Handover = AssistantSettings["unanswered"]["handover"];

const handover = (part: Partial<Handover>) => ({ hours: { weekly: usualHours("UTC") }, ...part }) as Handover;

describe("the texts for the time without agents", () => {
  it("are those of the choice, once, although both choices are the same", () => {
    const same = handover({ when_nobody: "leave_contact", when_closed: "leave_contact" });
    expect(textsWhenNobody(same)).toEqual(["contact_message", "reply_to_contact_message"]);
    expect(textsWhenClosed(same)).toEqual([]);
    expect(textsNotShown(same)).toEqual(["still_here_message"]);
  });

  it("stand beside the choice that needs them", () => {
    const closed = handover({ when_nobody: "wait", when_closed: "back_to_assistant" });
    expect(textsWhenNobody(closed)).toEqual([]);
    expect(textsWhenClosed(closed)).toEqual(["still_here_message"]);
  });

  it("for closed hours are not needed where nothing is ever closed", () => {
    const always = handover({ hours: "always", when_nobody: "wait", when_closed: "leave_contact" });
    expect(textsWhenClosed(always)).toEqual([]);
    expect(textsNotShown(always)).toHaveLength(3);
  });
});
