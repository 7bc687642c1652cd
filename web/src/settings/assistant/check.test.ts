import { describe, expect, it } from "vitest";
import type { AssistantSettings } from "../../api";
import { checkSettings, errorAt } from "./check";
import { usualHours, withDay } from "./handover/hours/week";
import { tidied } from "./tidied";

const SETTINGS: AssistantSettings = {
  name: "Nora",
  avatar_url: null,
  welcome: { on: true, text: { default: "Hi" } },
  suggested_questions: [],
  instructions: "",
  model: null,
  use_knowledge: true,
  confidence_min: 0.5,
  clarify_from: 0.35,
  when_to_answer: "auto",
  command: "nora",
  widget: {
    colour: null,
    position: "right",
    launcher: "bubble",
    launcher_text: { default: "" },
    title: { default: "" },
    theme: "auto",
    allowed_domains: [],
    identity: "optional",
    ask_rating: true,
    attachments: true,
  },
  unanswered: {
    action: "human_handover",
    dont_know_message: { default: "I do not know." },
    webhook_url: null,
    handover: {
      message: { default: "One moment." },
      notify_assigned: false,
      assigned_message: { default: "{agent} is here." },
      assign_to: "online_only",
      offline_message: { default: "" },
      no_agent_message: { default: "Later." },
      agents: [],
      teams: [],
      choice: "least_busy",
      on_unknown: true,
      on_low_confidence: false,
      unhelpful_max: null,
      rules: [],
      on_model_error: true,
      on_frustration: true,
      on_repeat: false,
      ask_first: false,
      ask_first_message: { default: "Shall I ask somebody?" },
      offers: false,
      accept_seconds: 30,
      answer_while_waiting: false,
      when_nobody: "wait",
      hours: "always",
      when_closed: "wait",
      closed_message: { default: "" },
      contact_message: { default: "Your address?" },
      reply_to_contact_message: { default: "We will reply there." },
      still_here_message: { default: "I am still here." },
      when_silent: "reassign",
      silent_after_minutes: null,
      returned_message: { default: "I am back." },
    },
  },
};

describe("settings before they are sent", () => {
  it("may have an empty pool: the server warns, and saves", () => {
    expect(checkSettings(SETTINGS)).toEqual([]);
  });

  it("need an address when questions go to a webhook", () => {
    const settings = { ...SETTINGS, unanswered: { ...SETTINGS.unanswered, action: "webhook" as const } };
    expect(checkSettings(settings).map((error) => error.field)).toEqual(["unanswered.webhook_url"]);
  });

  it("need a number where a box was emptied", () => {
    const model = { endpoint: "https://m.example/v1", name: "m", temperature: Number.NaN, max_tokens: 1, timeout_ms: 1 };
    expect(checkSettings({ ...SETTINGS, model }).map((error) => error.field)).toEqual(["model.temperature"]);
  });

  it("need whole numbers in a handover, and may leave the minutes to the server", () => {
    const checked = (part: Partial<AssistantSettings["unanswered"]["handover"]>) => {
      const handover = { ...SETTINGS.unanswered.handover, ...part };
      return checkSettings({ ...SETTINGS, unanswered: { ...SETTINGS.unanswered, handover } }).map((error) => error.field);
    };
    expect(checked({ accept_seconds: Number.NaN })).toEqual(["unanswered.handover.accept_seconds"]);
    expect(checked({ silent_after_minutes: 1.5 })).toEqual(["unanswered.handover.silent_after_minutes"]);
    for (const unhelpful_max of [2.5, 0, 11]) expect(checked({ unhelpful_max })).toEqual(["unanswered.handover.unhelpful_max"]);
    expect(checked({ silent_after_minutes: 30, unhelpful_max: 3 })).toEqual([]);
  });

  it("name the business hours that are wrong", () => {
    const weekly = withDay(usualHours("UTC"), "sunday", [{ from: "", to: "" }]);
    const handover = { ...SETTINGS.unanswered.handover, hours: { weekly } };
    const errors = checkSettings({ ...SETTINGS, unanswered: { ...SETTINGS.unanswered, handover } });
    expect(errorAt(errors, "unanswered.handover.hours")).toContain("Sunday");
    expect(errors.map((error) => error.field)).toEqual(["unanswered.handover.hours.week.sunday[0].from"]);
  });

  it("ask back at most where they would answer", () => {
    expect(checkSettings({ ...SETTINGS, clarify_from: 0.5 })).toEqual([]);
    expect(checkSettings({ ...SETTINGS, clarify_from: 0.51 }).map((error) => error.field)).toEqual(["clarify_from"]);
  });

  it("lose empty languages and questions, and keep an empty default", () => {
    const handover = {
      ...SETTINGS.unanswered.handover,
      message: { default: "One moment.", de: " ", fr: "Un instant." },
      closed_message: { default: "", de: "" },
    };
    const sent = tidied({ ...SETTINGS, suggested_questions: ["Where?", " "], unanswered: { ...SETTINGS.unanswered, handover } });
    expect(sent.suggested_questions).toEqual(["Where?"]);
    expect(sent.unanswered.handover.message).toEqual({ default: "One moment.", fr: "Un instant." });
    expect(sent.unanswered.handover.offline_message).toEqual({ default: "" });
    expect(sent.unanswered.handover.closed_message).toEqual({ default: "" });
  });
});

describe("the error of a field", () => {
  const errors = [
    { field: "settings.unanswered.handover.message.de", message: "Too long." },
    { field: "command", message: "One word." },
  ];

  it("is found from the request's root as from the settings", () => {
    expect(errorAt(errors, "command")).toBe("One word.");
    expect(errorAt(errors, "unanswered.handover.message")).toBe("Too long.");
  });

  it("is not that of a field whose name merely begins alike", () => {
    expect(errorAt(errors, "comm")).toBeUndefined();
  });
});
