// What a customer reads in the situations that the texts are for, in one language. By the same rules as the server posts them.
import type { AssistantSettings, LocalText } from "../../../api";

export type SceneName = "start" | "unknown" | "assigned" | "offline" | "nobody" | "closed" | "returned";

export type Line = { from: "ai" | "agent"; text: string } | { from: "customer" };

export interface Scene {
  name: SceneName;
  label: string;
  lines: Line[];
  /** What can be clicked instead of writing. */
  suggestions: string[];
  /** Whether a person answers at the end of it. */
  withAgent: boolean;
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
  const { welcome, suggested_questions, unanswered } = settings;
  const say = (text: LocalText) => inLanguage(text, language);
  const begin: Line[] = welcome.on ? spoken(say(welcome.text)) : [];
  const scene = (name: SceneName, lines: Line[], more: Partial<Scene> = {}): Scene => ({
    name,
    label: LABELS[name],
    lines,
    suggestions: [],
    withAgent: false,
    ...more,
  });
  const unknown = scene("unknown", [{ from: "customer" }, ...spoken(say(unanswered.dont_know_message))]);
  return [
    scene("start", begin, { suggestions: suggested_questions.filter((question) => question.trim()) }),
    ...(unanswered.action === "human_handover" ? handoverScenes(unanswered.handover, say, scene) : []),
    // Also where it hands over: in conversations that cannot be handed over.
    unknown,
  ];
}

type Say = (text: LocalText) => string;
type MakeScene = (name: SceneName, lines: Line[], more?: Partial<Scene>) => Scene;

function handoverScenes(handover: Handover, say: Say, scene: MakeScene): Scene[] {
  const asked: Line[] = [
    { from: "customer" },
    ...(handover.ask_first ? [...spoken(say(handover.ask_first_message)), { from: "customer" } as const] : []),
  ];
  const message = spoken(say(handover.message));
  const assigned = handover.notify_assigned ? spoken(say(handover.assigned_message)) : [];
  const offline = spoken(say(handover.offline_message));
  const scenes = [scene("assigned", [...asked, ...message, ...assigned, { from: "agent", text: "" }], { withAgent: true })];
  if (handover.assign_to === "online_and_offline") {
    scenes.push(scene("offline", [...asked, ...message, ...(offline.length > 0 ? offline : assigned)]));
  }
  scenes.push(scene("nobody", [...asked, ...whenNobody(handover, handover.when_nobody, say, handover.no_agent_message)]));
  if (handover.hours !== "always") {
    const closed = say(handover.closed_message).trim() ? handover.closed_message : handover.no_agent_message;
    scenes.push(scene("closed", [...asked, ...whenNobody(handover, handover.when_closed, say, closed)]));
  }
  if (handover.when_silent === "back_to_assistant") {
    scenes.push(scene("returned", [{ from: "customer" }, ...spoken(say(handover.returned_message))]));
  }
  return scenes;
}

function whenNobody(handover: Handover, choice: Handover["when_nobody"], say: Say, waiting: LocalText): Line[] {
  switch (choice) {
    case "wait":
      return spoken(say(waiting));
    case "back_to_assistant":
      return spoken(say(handover.still_here_message));
    case "leave_contact":
      return [...spoken(say(handover.contact_message)), { from: "customer" }, ...spoken(say(handover.reply_to_contact_message))];
  }
}

function spoken(text: string): Line[] {
  return text.trim() ? [{ from: "ai", text }] : [];
}

/** The exact language, the one without its region, the default. */
function inLanguage(text: LocalText, language: string): string {
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

export interface Names {
  agent: string;
  customer: string;
  position: string;
  wait: string;
}

/** The words in braces as a customer reads them; unknown ones stay. */
export function filled(text: string, names: Names): string {
  return text.replace(/\{(agent|customer|position|wait)\}/g, (_, word: keyof Names) => names[word]);
}
