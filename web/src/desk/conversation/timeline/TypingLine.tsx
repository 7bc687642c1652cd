// Who is writing now. Its room is always kept, so that the conversation does not jump.
import type { Dialog } from "../../../api";
import { isMe, useLiveState } from "../../../live";
import { useSeat } from "../../seat";

export function TypingLine({ dialog }: { dialog: Dialog }) {
  const { me } = useSeat();
  const typing = useLiveState((state) => state.typing[dialog.id]);
  const names = (typing ?? []).filter((one) => !isMe(one.user, me)).map((one) => one.user.full_name);
  const answering = dialog.control?.phase === "assistant" && dialog.control.answering;
  if (answering && dialog.assistant && !names.includes(dialog.assistant.full_name)) names.push(dialog.assistant.full_name);
  return (
    <p aria-live="off" className="mt-1 h-6 truncate px-1 text-[13px] text-muted">
      {names.length > 0 ? `${names.join(", ")} ${names.length > 1 ? "are" : "is"} writing…` : null}
    </p>
  );
}
