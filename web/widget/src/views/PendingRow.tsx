// One message that the server has not confirmed: on its way, or refused with the reason.
import { spansOf } from "../origins";
import type { Say } from "../outbox";
import { Attachments } from "./Attachments";
import { Bubble, Meta } from "./Bubble";
import { useScreen } from "./screen";

export function PendingRow({ say, onTakeBack }: { say: Say; onTakeBack: (say: Say) => void }) {
  const { texts } = useScreen();
  return (
    <Bubble own sender={null} spans={spansOf(say.text, null)}>
      <Attachments dialog={say.dialog} attachments={say.attachments ?? []} />
      {say.refusal === null ? (
        <Meta at={say.written_at}>{texts.sending}</Meta>
      ) : (
        <p class="meta refused">
          {texts.not_sent} {say.refusal}{" "}
          <button type="button" class="link" onClick={() => onTakeBack(say)}>
            {texts.edit}
          </button>
        </p>
      )}
    </Bubble>
  );
}
