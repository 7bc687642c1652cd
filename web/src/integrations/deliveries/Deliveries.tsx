// What was sent to a webhook, newest first; which state is shown and which one is open stand in the address.
import type { Delivery } from "../../api";
import { Send } from "lucide-react";
import { useSearchParams } from "wouter";
import { CenteredSpinner, dateTime, EmptyState, ErrorState, Section, Select, ShowMore, Table, type Column } from "../../ui";
import { eventName } from "../events";
import { useDeliveries, type Of } from "./deliveries";
import { DeliveryBadge } from "./DeliveryBadge";
import { DeliveryDialog } from "./DeliveryDialog";
import { answerInWords, FILTERS, stateNamed } from "./words";

export function Deliveries(of: Of) {
  const [params, setParams] = useSearchParams();
  const state = stateNamed(params.get("state"));
  const open = Number(params.get("delivery")) || null;
  const deliveries = useDeliveries(of, state);
  const change = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <Section
      flush
      title="Deliveries"
      actions={
        <Select
          aria-label="State"
          className="w-40"
          value={state ?? ""}
          onChange={(event) => change("state", event.target.value)}
          options={FILTERS}
        />
      }
    >
      {deliveries.isPending ? <CenteredSpinner /> : null}
      {deliveries.isError && !deliveries.data ? <ErrorState error={deliveries.error} onRetry={() => void deliveries.refetch()} /> : null}
      {deliveries.data && deliveries.items.length === 0 ? <Nothing filtered={state !== undefined} /> : null}
      {deliveries.items.length > 0 ? (
        <div>
          <Table
            label="Deliveries"
            rows={deliveries.items}
            rowKey={({ id }) => id}
            columns={columns((id) => change("delivery", String(id)))}
          />
          <ShowMore hasMore={deliveries.hasNextPage} busy={deliveries.isFetchingNextPage} onMore={() => void deliveries.fetchNextPage()} />
        </div>
      ) : null}
      {open !== null ? <DeliveryDialog {...of} id={open} onClose={() => change("delivery", null)} /> : null}
    </Section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState title="None in this state" />
  ) : (
    <EmptyState icon={<Send />} title="Nothing was sent yet">
      As soon as something happens that this webhook is told of, you see here whether it arrived.
    </EmptyState>
  );
}

function columns(onOpen: (id: number) => void): Column<Delivery>[] {
  return [
    {
      label: "Event",
      heads: true,
      cell: ({ id, event, seq }) => (
        <button type="button" onClick={() => onOpen(id)} className="rounded text-left font-medium text-accent-ink hover:underline">
          {eventName(event)} <span className="font-normal text-muted tabular-nums">#{seq}</span>
        </button>
      ),
    },
    { label: "State", cell: (delivery) => <DeliveryBadge delivery={delivery} /> },
    { label: "Tries", numeric: true, cell: ({ attempts }) => attempts },
    { label: "Answer", cell: (delivery) => <span className="min-w-0 text-sm wrap-anywhere">{answerInWords(delivery)}</span> },
    { label: "When", cell: ({ created_at }) => <span className="text-sm whitespace-nowrap">{dateTime(created_at)}</span> },
  ];
}
