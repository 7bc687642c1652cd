import { describe, expect, it } from "vitest";
import type { AssistantSettings } from "../../api";
import { checkSettings, errorAt } from "./check";
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

  it("ask back at most where they would answer", () => {
    expect(checkSettings({ ...SETTINGS, clarify_from: 0.5 })).toEqual([]);
    expect(checkSettings({ ...SETTINGS, clarify_from: 0.51 }).map((error) => error.field)).toEqual(["clarify_from"]);
  });

  it("lose empty languages and questions, and keep an empty default", () => {
    const handover = { ...SETTINGS.unanswered.handover, message: { default: "One moment.", de: " ", fr: "Un instant." } };
    const sent = tidied({ ...SETTINGS, suggested_questions: ["Where?", " "], unanswered: { ...SETTINGS.unanswered, handover } });
    expect(sent.suggested_questions).toEqual(["Where?"]);
    expect(sent.unanswered.handover.message).toEqual({ default: "One moment.", fr: "Un instant." });
    expect(sent.unanswered.handover.offline_message).toEqual({ default: "" });
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
