// The texts as the customer would read them in the widget: one situation at a time, in one of the languages that they are given in.
import { languageName } from "../../../languages";
import { useEveryAgent } from "../../../staff";
import { Field, Select } from "../../../ui";
import { WidgetFrame } from "../../../widgetframe";
import type { Draft } from "../draft";
import { languagesOf, sceneNamed, scenesOf, type SceneName } from "./scenes";
import { type Names, stillOf } from "./still";

export interface Shown {
  scene: SceneName;
  language: string;
}

interface PreviewProps {
  draft: Draft;
  shown: Shown;
  onShow: (shown: Shown) => void;
}

const SIZE = { width: 372, height: 560 };

export function Preview({ draft, shown, onShow }: PreviewProps) {
  const { settings } = draft;
  const languages = languagesOf(settings);
  const language = languages.includes(shown.language) ? shown.language : "";
  const scenes = scenesOf(settings, language);
  const scene = sceneNamed(scenes, shown.scene);
  const names = useNames(draft, language);
  if (!scene) return null;
  return (
    <div className="flex flex-col gap-3">
      <Field label="Situation" hideLabel>
        <Select
          value={scene.name}
          onChange={(event) => onShow({ ...shown, scene: event.target.value as SceneName })}
          options={scenes.map(({ name, label }) => ({ value: name, label }))}
        />
      </Field>
      {languages.length > 1 ? (
        <Field label="Language of the preview" hideLabel>
          <Select
            value={language}
            onChange={(event) => onShow({ ...shown, language: event.target.value })}
            options={languages.map((code) => ({ value: code, label: code ? languageName(code) : "Every other language" }))}
          />
        </Field>
      ) : null}
      <WidgetFrame title="Preview of the chat" size={SIZE} wanted={stillOf(scene, settings, language, names)} />
    </div>
  );
}

const WAIT_MINUTES = 3;

function useNames({ saved, settings }: Draft, language: string): Names {
  const agents = useEveryAgent(saved.app);
  const chosen = settings.unanswered.handover.agents;
  const agent = agents.data?.find(({ id }) => chosen.includes(id));
  return { agent: agent?.full_name ?? "Ana", customer: "Ida", position: 2, minutes: WAIT_MINUTES, wait: minutes(language) };
}

function minutes(language: string): string {
  const style = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
  try {
    return new Intl.NumberFormat(language || undefined, style).format(WAIT_MINUTES);
  } catch {
    return new Intl.NumberFormat(undefined, style).format(WAIT_MINUTES);
  }
}
