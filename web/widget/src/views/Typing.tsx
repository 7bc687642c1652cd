// Three dots while the other side is at work. An answer that can be seen growing carries them itself.
import type { State } from "../state";
import { useScreen } from "./screen";

export function Typing({ state: { conversation, typing }, drawn }: { state: State; drawn: boolean }) {
  const { texts } = useScreen();
  const control = conversation?.control;
  const answering = control?.phase === "assistant" && control.answering;
  const name = typing?.full_name ?? (answering ? conversation?.assistant?.full_name : undefined);
  if (!name) return null;
  return (
    <p class={drawn ? "typing" : "unseen"}>
      <span class="unseen">{texts.typing(name)}</span>
      {drawn && <Dots />}
    </p>
  );
}

export function Dots() {
  return (
    <>
      <i />
      <i />
      <i />
    </>
  );
}
