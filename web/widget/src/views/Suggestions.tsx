// Questions that one press asks.
import { focusChat } from "../focus";
import { useScreen } from "./screen";

export function Suggestions({ label, questions }: { label: string; questions: string[] }) {
  const { chat } = useScreen();
  if (!questions.length) return null;

  // The button goes away with the press; the focus must not.
  function ask(question: string) {
    focusChat();
    chat.say(question);
  }

  return (
    <ul class="suggestions" aria-label={label}>
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
