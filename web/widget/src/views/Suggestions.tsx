// Questions that one press asks.
import { focusChat } from "../focus";
import { useScreen } from "./screen";

interface Props {
  label: string;
  questions: string[];
  /** They answer what was just asked back. */
  choices?: boolean;
}

export function Suggestions({ label, questions, choices }: Props) {
  const { chat } = useScreen();
  if (!questions.length) return null;

  // The button goes away with the press; the focus must not.
  function ask(question: string) {
    focusChat();
    chat.say(question);
  }

  return (
    <ul class={`suggestions${choices ? " choices" : ""}`} aria-label={label}>
      {questions.map((question) => (
        <li key={question}>
          <button type="button" dir="auto" onClick={() => ask(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
