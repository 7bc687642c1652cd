// The words of the widget that the company chooses. Everything else in it speaks the visitor's language by itself.
import { Link } from "wouter";
import { LocalTextField } from "../localText";
import { Section } from "../ui";
import { WORDS_MAX } from "./check";
import type { Draft } from "./draft";

export function Words({ draft: { saved, widget, change, errorOf } }: { draft: Draft }) {
  return (
    <Section
      title="Words"
      description={
        <>
          The widget speaks seventeen languages by itself, the visitor's if it is one of them. The welcome and the first questions are{" "}
          <Link href={`/apps/${saved.app}/assistants/${saved.id}`} className="text-accent-ink underline underline-offset-2">
            with the AI Agent
          </Link>
          .
        </>
      }
    >
      <LocalTextField
        lineMax={WORDS_MAX}
        label="Title"
        hint="Large, above the welcome. Empty: none."
        placeholder="How can we help?"
        value={widget.title}
        onChange={(title) => change({ title })}
        error={errorOf("title")}
      />
      {widget.launcher === "label" ? (
        <LocalTextField
          lineMax={WORDS_MAX}
          label="Words on the launcher"
          hint="Empty: the title, or “Chat” in the visitor's language."
          placeholder="Ask us"
          value={widget.launcher_text}
          onChange={(launcher_text) => change({ launcher_text })}
          error={errorOf("launcher_text")}
        />
      ) : null}
    </Section>
  );
}
