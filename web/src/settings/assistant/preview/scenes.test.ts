import { describe, expect, it } from "vitest";
import type { AssistantSettings } from "../../../api";
import { languagesOf, sceneNamed, scenesOf, type SceneName } from "./scenes";

type Handover = AssistantSettings["unanswered"]["handover"];

const HANDOVER = {
  message: { default: "One moment.", de: "Einen Moment." },
  notify_assigned: false,
  assigned_message: { default: "{agent} is here." },
  assign_to: "online_only",
  offline_message: { default: "" },
  no_agent_message: { default: "Nobody is here.", de: "Niemand da." },
  ask_first: false,
  ask_first_message: { default: "Shall I ask?" },
  when_nobody: "wait",
  when_closed: "wait",
  hours: "always",
  closed_message: { default: "" },
  contact_message: { default: "Your address?" },
  reply_to_contact_message: { default: "We will write." },
  still_here_message: { default: "I am still here." },
  when_silent: "keep",
  returned_message: { default: "I am back." },
} as unknown as Handover;

function settings(handover: Partial<Handover> = {}, action = "human_handover"): AssistantSettings {
  return {
    welcome: { on: true, text: { default: "Hello!", de: "Hallo!" } },
    suggested_questions: ["Where?", " "],
    unanswered: { action, dont_know_message: { default: "I do not know.", "pt-br": "Não sei." }, handover: { ...HANDOVER, ...handover } },
  } as unknown as AssistantSettings;
}

function said(name: SceneName, of: AssistantSettings, language = "") {
  const scene = scenesOf(of, language).find((one) => one.name === name);
  return scene?.lines.flatMap((line) => (line.from === "assistant" ? [line.text] : []));
}

describe("what a customer reads", () => {
  it("is in their language, and in the default where that is missing", () => {
    expect(said("assigned", settings({ notify_assigned: true }), "de")).toEqual(["Einen Moment.", "{agent} is here."]);
    expect(said("assigned", settings(), "de-AT")).toEqual(["Einen Moment."]);
  });

  it("when nobody is there is that message alone", () => {
    expect(said("nobody", settings())).toEqual(["Nobody is here."]);
    expect(said("nobody", settings({ when_nobody: "back_to_assistant" }))).toEqual(["I am still here."]);
    expect(said("nobody", settings({ when_nobody: "leave_contact" }))).toEqual(["Your address?", "We will write."]);
  });

  it("stands below who answers: the agent, nobody yet, or the AI Agent again", () => {
    const phases = (handover: Partial<Handover>) => scenesOf(settings(handover), "").map(({ name, phase }) => `${name}: ${phase}`);
    expect(phases({})).toEqual(["start: assistant", "assigned: agent", "nobody: waiting", "unknown: assistant"]);
    expect(phases({ when_nobody: "back_to_assistant" })).toContain("nobody: assistant");
  });

  it("of an offline agent is that text, or else that an agent joined", () => {
    const offline = settings({ assign_to: "online_and_offline", notify_assigned: true });
    expect(said("offline", offline)).toEqual(["One moment.", "{agent} is here."]);
    expect(said("offline", settings({ assign_to: "online_and_offline" }))).toEqual(["One moment."]);
    expect(said("offline", settings())).toBeUndefined();
  });

  it("when it does not know is the don't know message, and handovers have no scene", () => {
    const scenes = scenesOf(settings({}, "dont_know"), "");
    expect(scenes.map(({ name }) => name)).toEqual(["start", "unknown"]);
    expect(sceneNamed(scenes, "assigned")?.name).toBe("unknown");
    expect(sceneNamed(scenesOf(settings(), ""), "assigned")?.name).toBe("assigned");
  });
});

it("knows every language that a text is given in", () => {
  expect(languagesOf(settings())).toEqual(["", "de", "pt-br"]);
});
