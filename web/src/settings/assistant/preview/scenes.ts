// What a customer reads in the situations that the texts are for, in one language. By the same rules as the server posts them.
import type { AssistantSettings, LocalText } from "../../../api";

export type SceneName = "start" | "unknown" | "assigned" | "offline" | "nobody" | "closed" | "returned";

export type Line = { from: "assistant"; text: string } | { from: "customer"; says: "question" | "person" | "address" };

export interface Scene {
  name: SceneName;
  label: string;
  /** Without any, nothing was written yet: the welcome and the first questions are there. */
  lines: Line[];
  /** Who answers at the end of it. */
  phase: "assistant" | "waiting" | "agent";
  /** Whether the agent is about to. */
  typing: boolean;
}

type Handover = AssistantSettings["unanswered"]["handover"];

const LABELS: Record<SceneName, string> = {
  start: "A conversation begins",
  unknown: "It does not know",
  assigned: "An agent is free",
  offline: "An offline agent gets it",
  nobody: "Nobody is available",
  closed: "Outside business hours",
  returned: "The AI Agent is back",
};

/** By language codes; the empty one stands for every other language. */
export function languagesOf(settings: AssistantSettings): string[] {
  const { welcome, unanswered } = settings;
  const texts = [welcome.text, unanswered.dont_know_message, ...Object.values(unanswered.handover).filter(isText)];
  const codes = texts.flatMap((text) => Object.keys(text)).filter((code) => code !== "default");
  return ["", ...[...new Set(codes)].sort()];
}

export function scenesOf(settings: AssistantSettings, language: string): Scene[] {
  const { dont_know_message, action, handover } = settings.unanswered;
  const say = (text: LocalText) => spoken(inLanguage(text, language));
  return [
    sceneAt("start", []),
    ...(action === "human_handover" ? handoverScenes(handover, say) : []),
    // Also where it hands over: in conversations that cannot be handed over.
    sceneAt("unknown", [QUESTION, ...say(dont_know_message)]),
  ];
}

type Say = (text: LocalText) => Line[];

const QUESTION: Line = { from: "customer", says: "question" };
const WISH: Line = { from: "customer", says: "person" };
const ADDRESS: Line = { from: "customer", says: "address" };

function handoverScenes(handover: Handover, say: Say): Scene[] {
  const asked = handover.ask_first ? [QUESTION, ...say(handover.ask_first_message), WISH] : [WISH];
  const message = say(handover.message);
  const assigned = handover.notify_assigned ? say(handover.assigned_message) : [];
  const offline = say(handover.offline_message);
  const nobody = (name: SceneName, choice: Handover["when_nobody"], waiting: LocalText) =>
    sceneAt(name, [...asked, ...whenNobody(handover, choice, say, waiting)], { phase: choice === "back_to_assistant" ? "assistant" : "waiting" });

  const scenes = [sceneAt("assigned", [...asked, ...message, ...assigned], { phase: "agent", typing: true })];
  if (handover.assign_to === "online_and_offline") {
    scenes.push(sceneAt("offline", [...asked, ...message, ...(offline.length > 0 ? offline : assigned)], { phase: "agent" }));
  }
  scenes.push(nobody("nobody", handover.when_nobody, handover.no_agent_message));
  if (handover.hours !== "always") {
    const isGiven = say(handover.closed_message).length > 0;
    scenes.push(nobody("closed", handover.when_closed, isGiven ? handover.closed_message : handover.no_agent_message));
  }
  if (handover.when_silent === "back_to_assistant") scenes.push(sceneAt("returned", [QUESTION, ...say(handover.returned_message)]));
  return scenes;
}

function sceneAt(name: SceneName, lines: Line[], more: Partial<Scene> = {}): Scene {
  return { name, label: LABELS[name], lines, phase: "assistant", typing: false, ...more };
}

function whenNobody(handover: Handover, choice: Handover["when_nobody"], say: Say, waiting: LocalText): Line[] {
  switch (choice) {
    case "wait":
      return say(waiting);
    case "back_to_assistant":
      return say(handover.still_here_message);
    case "leave_contact":
      return [...say(handover.contact_message), ADDRESS, ...say(handover.reply_to_contact_message)];
  }
}

function spoken(text: string): Line[] {
  return text.trim() ? [{ from: "assistant", text }] : [];
}

/** The exact language, the one without its region, the default. */
export function inLanguage(text: LocalText, language: string): string {
  const code = language.toLowerCase();
  return [text[code], text[code.split("-")[0] ?? ""]].find(Boolean) ?? text.default;
}

function isText(value: unknown): value is LocalText {
  return typeof value === "object" && value !== null && "default" in value;
}

const SCENE_OF_TEXT: Record<string, SceneName> = {
  welcome: "start",
  suggested_questions: "start",
  dont_know_message: "unknown",
  message: "assigned",
  assigned_message: "assigned",
  ask_first_message: "assigned",
  offline_message: "offline",
  no_agent_message: "nobody",
  contact_message: "nobody",
  reply_to_contact_message: "nobody",
  still_here_message: "nobody",
  closed_message: "closed",
  returned_message: "returned",
};

/** The one that is wished for; where the settings leave it out, what comes after the beginning instead. */
export function sceneNamed(scenes: Scene[], name: SceneName): Scene | undefined {
  return scenes.find((scene) => scene.name === name) ?? scenes[1] ?? scenes[0];
}

/** Where a text is read; undefined for one that is in no scene. */
export function sceneOf(text: string | undefined): SceneName | undefined {
  return text === undefined ? undefined : SCENE_OF_TEXT[text];
}
