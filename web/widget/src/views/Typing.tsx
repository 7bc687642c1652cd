// Three dots while the other side is at work.
import type { State } from "../state";
import { useScreen } from "./screen";

export function Typing({ state: { conversation, typing } }: { state: State }) {
  const { texts } = useScreen();
  const control = conversation?.control;
  const answering = control?.phase === "assistant" && control.answering;
  const name = typing?.full_name ?? (answering ? conversation?.assistant?.full_name : undefined);
  if (!name) return null;
  return (
    <p class="typing">
      <span class="unseen">{texts.typing(name)}</span>
      <i />
      <i />
      <i />
    </p>
  );
}
