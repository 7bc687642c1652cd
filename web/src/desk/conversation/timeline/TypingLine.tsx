// Who is writing now. Its room is always kept, so that the conversation does not jump.
import type { Dialog } from "../../../api";
import { useLiveState } from "../../../live";

export function TypingLine({ dialog }: { dialog: Dialog }) {
  const typing = useLiveState((state) => state.typing[dialog.id]);
  // Of colleagues the head of the conversation tells.
  const writers = (typing ?? []).map((one) => one.user).filter((user) => user.kind !== "agent");
  const names = writers.map((user) => user.full_name);
  const answering = dialog.control?.phase === "assistant" && dialog.control.answering;
  if (answering && dialog.assistant && !names.includes(dialog.assistant.full_name)) names.push(dialog.assistant.full_name);
  return (
    <p aria-live="off" className="mt-1 h-6 truncate px-1 text-[13px] text-muted">
      {names.length > 0 ? `${names.join(", ")} ${names.length > 1 ? "are" : "is"} writing…` : null}
    </p>
  );
}
