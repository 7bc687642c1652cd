// The language model behind the answers, if any. Without one, answers are quoted straight from the knowledge.
import type { AssistantSettings } from "../../api";
import { Field, Input, Section, Switch } from "../../ui";
import type { Draft } from "./draft";
import { ModelKey } from "./ModelKey";
import { NumberInput } from "./NumberInput";
import { Warnings } from "./Warnings";

type Model = NonNullable<AssistantSettings["model"]>;

const FIRST: Model = {
  endpoint: "https://api.openai.com/v1",
  name: "",
  temperature: 0.2,
  max_tokens: 800,
  timeout_ms: 20_000,
};

export function ModelSection({ draft }: { draft: Draft }) {
  const { saved, settings, change } = draft;
  return (
    <Section id="model" title="Model">
      <Warnings warnings={saved.warnings} about="model" />
      <Switch
        label="Use a language model"
        description="Any OpenAI-compatible API. Without one, answers are quoted straight from your knowledge."
        checked={settings.model !== null}
        onChange={(on) => change({ model: on ? (saved.settings.model ?? FIRST) : null })}
      />
      {settings.model ? <ModelFields draft={draft} model={settings.model} /> : null}
    </Section>
  );
}

function ModelFields({ draft, model }: { draft: Draft; model: Model }) {
  const set = (part: Partial<Model>) => draft.change({ model: { ...model, ...part } });
  const { errorOf } = draft;
  return (
    <div className="grid gap-5 sm:grid-cols-6">
      <Field label="Endpoint" hint="The address that ends in /v1." error={errorOf("model.endpoint")} className="sm:col-span-6">
        <Input type="url" value={model.endpoint} onChange={(event) => set({ endpoint: event.target.value })} />
      </Field>
      <Field label="Model name" error={errorOf("model.name")} className="sm:col-span-3">
        <Input spellCheck={false} value={model.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <ModelKey draft={draft} className="sm:col-span-3" />
      <Field label="Temperature" hint="0 is most factual." error={errorOf("model.temperature")} className="sm:col-span-2">
        <NumberInput min={0} max={2} step={0.1} value={model.temperature} onNumber={(temperature) => set({ temperature })} />
      </Field>
      <Field label="Longest answer" hint="In tokens." error={errorOf("model.max_tokens")} className="sm:col-span-2">
        <NumberInput min={1} step={1} value={model.max_tokens} onNumber={(max_tokens) => set({ max_tokens })} />
      </Field>
      <Field label="Time limit" hint="In seconds." error={errorOf("model.timeout_ms")} className="sm:col-span-2">
        <NumberInput
          min={1}
          step={1}
          value={model.timeout_ms / 1_000}
          onNumber={(seconds) => set({ timeout_ms: Math.round(seconds * 1_000) })}
        />
      </Field>
    </div>
  );
}
