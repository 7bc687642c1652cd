// What the widget shows when a conversation starts: the welcome, and questions to begin with.
import { LocalTextField } from "../../localText";
import { Section, Switch } from "../../ui";
import type { Draft } from "./draft";
import { SuggestedQuestions } from "./SuggestedQuestions";

export function Welcome({ draft }: { draft: Draft }) {
  const { settings, change, errorOf } = draft;
  return (
    <Section id="welcome" title="Welcome" description="What customers see before they have written anything.">
      <Switch
        label="Welcome message"
        description="Posted when a customer opens a new conversation."
        checked={settings.welcome.on}
        onChange={(on) => change({ welcome: { ...settings.welcome, on } })}
      />
      {settings.welcome.on ? (
        <LocalTextField
          name="welcome"
          label="Text of the welcome"
          value={settings.welcome.text}
          onChange={(text) => change({ welcome: { ...settings.welcome, text } })}
          error={errorOf("welcome.text")}
        />
      ) : null}
      <div data-text="suggested_questions">
        <SuggestedQuestions
          questions={settings.suggested_questions}
          onChange={(suggested_questions) => change({ suggested_questions })}
          error={errorOf("suggested_questions")}
        />
      </div>
    </Section>
  );
}
