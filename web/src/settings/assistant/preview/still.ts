// One situation as the widget is told to show it: who answers, what was said, and how it looks.
import type { AssistantSettings } from "../../../api";
import { looksIn } from "../../../widgetframe";
import { inLanguage, type Scene } from "./scenes";

export interface Names {
  agent: string;
  customer: string;
  position: number;
  minutes: number;
  /** The minutes in words. */
  wait: string;
}

export function stillOf({ lines, phase, typing }: Scene, settings: AssistantSettings, language: string, names: Names) {
  const { name, avatar_url, welcome, suggested_questions, widget } = settings;
  return {
    name,
    avatar_url,
    agent: names.agent,
    lines: lines.map((line) => (line.from === "assistant" ? { ...line, text: filled(line.text, names) } : line)),
    phase,
    typing,
    waits: { position: names.position, minutes: names.minutes },
    language: language || "en",
    opening: {
      welcome: (welcome.on && filled(inLanguage(welcome.text, language), names)) || null,
      suggested_questions: suggested_questions.filter((question) => question.trim()),
      appearance: looksIn(widget, language),
    },
  };
}

/** The words in braces as a customer reads them; unknown ones stay. */
export function filled(text: string, names: Names): string {
  return text.replace(/\{(agent|customer|position|wait)\}/g, (_, word: keyof Names) => `${names[word]}`);
}
