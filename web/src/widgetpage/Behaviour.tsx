// What customers can do besides writing.
import { Section, Switch } from "../ui";
import type { Draft } from "./draft";

export function Behaviour({ draft: { widget, change } }: { draft: Draft }) {
  return (
    <Section title="In the conversation">
      <Switch
        label="Customers may send files"
        description="Up to ten with a message. Only pictures are shown; everything else is saved by who receives it."
        checked={widget.attachments}
        onChange={(attachments) => change({ attachments })}
      />
      <Switch
        label="Ask how a person helped"
        description="Five faces and a comment, once an agent has resolved the conversation. The reports count them."
        checked={widget.ask_rating}
        onChange={(ask_rating) => change({ ask_rating })}
      />
    </Section>
  );
}
