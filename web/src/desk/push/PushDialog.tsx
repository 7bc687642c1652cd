// Turns notifications on this device on and off, and says what stands in the way.
import type { PushState } from "../../push";
import { Button, Dialog, Loaded, Notice, Switch } from "../../ui";
import { usePush } from "./usePush";
import { failureInWords, STATE_WORDS } from "./words";

export function PushDialog({ onClose }: { onClose: () => void }) {
  const { state, turn } = usePush();
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Notifications on this device"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <Loaded query={state}>
        {(now) => (
          <div className="flex flex-col gap-4">
            <Switch
              label="Notify me on this device"
              description={wordsOf(now, turn.isPending)}
              checked={now === "on"}
              disabled={turn.isPending || now === "unsupported" || now === "denied"}
              onChange={(on) => turn.mutate(on)}
            />
            <div role="status">{turn.isError ? <Notice>{failureInWords(turn.error)}</Notice> : null}</div>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

function wordsOf(state: PushState, busy: boolean): string {
  return busy ? "One moment …" : STATE_WORDS[state];
}
