// Notice that one is not alone in a conversation: a colleague looks at it, or writes to the customer.
import { Eye, PencilLine } from "lucide-react";
import { isMe, useLiveState } from "../../../live";
import { useSeat } from "../../seat";
import { useViewers } from "./useViewers";

export function Colleagues({ dialog }: { dialog: string }) {
  const { me } = useSeat();
  const viewers = useViewers(dialog);
  const typing = useLiveState((state) => state.typing[dialog]) ?? [];
  const writers = typing.map(({ user }) => user).filter((user) => user.kind === "agent" && !isMe(user, me));
  const names = [...new Set((writers.length > 0 ? writers : viewers).map(({ full_name }) => full_name))];
  const Icon = writers.length > 0 ? PencilLine : Eye;
  return (
    <p role="status" className="min-w-0 text-[13px] leading-5 text-muted empty:hidden">
      {names.length > 0 ? (
        <span className="inline-flex max-w-full items-center gap-1.5">
          <Icon aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">
            {names.join(", ")} {names.length > 1 ? "are" : "is"} {writers.length > 0 ? "writing here" : "looking at this too"}
          </span>
        </span>
      ) : null}
    </p>
  );
}
