// One delivery: what was sent, what came back, and the way to send it once more.
import type { DeliveryDetail } from "../../api";
import { RotateCcw } from "lucide-react";
import { Button, CopyButton, dateTime, Dialog, Loaded, toast } from "../../ui";
import { eventName } from "../events";
import { useDelivery, useRetry, type Of } from "./deliveries";
import { DeliveryBadge } from "./DeliveryBadge";
import { answerInWords, readable } from "./words";

interface DeliveryDialogProps extends Of {
  id: number;
  onClose: () => void;
}

export function DeliveryDialog({ app, webhook, id, onClose }: DeliveryDialogProps) {
  const delivery = useDelivery({ app, webhook }, id);
  const retry = useRetry({ app, webhook });
  const again = () =>
    retry.mutate(id, { onSuccess: () => toast.done("It is sent again, as the same message."), onError: toast.failed });
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={delivery.data ? `${eventName(delivery.data.event)} #${delivery.data.seq}` : "Delivery"}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            variant="primary"
            icon={<RotateCcw aria-hidden className="size-4" />}
            busy={retry.isPending}
            disabled={!delivery.data}
            onClick={again}
          >
            Send again
          </Button>
        </>
      }
    >
      <Loaded query={delivery}>{(loaded) => <Facts delivery={loaded} />}</Loaded>
    </Dialog>
  );
}

function Facts({ delivery }: { delivery: DeliveryDetail }) {
  const { state, attempts, created_at, delivered_at, next_try_at, body } = delivery;
  const facts = [
    { name: "State", value: <DeliveryBadge delivery={delivery} /> },
    { name: "Answer", value: answerInWords(delivery) },
    { name: "Tries", value: attempts },
    { name: "Happened", value: dateTime(created_at) },
    ...(delivered_at === null ? [] : [{ name: "Delivered", value: dateTime(delivered_at) }]),
    ...(next_try_at === null || state !== "pending" ? [] : [{ name: "Next try", value: dateTime(next_try_at) }]),
  ];
  const text = readable(body);
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[8rem_1fr]">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-muted max-sm:text-sm">{name}</dt>
            <dd className="min-w-0 wrap-anywhere max-sm:mb-1.5">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Body">
        <div className="mb-1.5 flex items-center justify-between">
          <h3 className="font-medium">Body</h3>
          <CopyButton text={text} label="Copy the body" />
        </div>
        <pre tabIndex={0} className="max-h-96 overflow-auto rounded-xl bg-sunken p-4 font-mono text-[13px] leading-5">
          {text}
        </pre>
      </section>
    </div>
  );
}
