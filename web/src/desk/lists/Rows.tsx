// The conversations of one list. Only the rows near what is on screen exist, so that thousands scroll like ten.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type RefObject } from "react";
import type { Dialog } from "../../api";
import { CenteredSpinner, ErrorState, Spinner } from "../../ui";
import type { Route } from "../route";
import { Empty } from "./Empty";
import { Row } from "./Row";
import type { ListOfDialogs } from "./useList";

/** As tall as a row is: a wrong guess would move what is read while rows above it are measured. */
const ROW_PX = 100;
const BEYOND = 8;
const SETTLE_MS = 250;

interface RowsProps {
  route: Route;
  list: ListOfDialogs;
  unseen: ReadonlySet<string>;
  box: RefObject<HTMLDivElement | null>;
  /** The conversations on screen, once the scrolling rests. */
  onShown: (ids: string[]) => void;
}

export function Rows(props: RowsProps) {
  const { dialogs, query } = props.list;
  if (query.isPending) return <CenteredSpinner />;
  if (query.isError && dialogs.length === 0) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (dialogs.length === 0 && !query.hasNextPage) return <Empty route={props.route} />;
  return <VirtualRows {...props} />;
}

function VirtualRows({ route, list: { dialogs, query }, unseen, box, onShown }: RowsProps) {
  const rows = useVirtualizer({
    count: dialogs.length,
    getScrollElement: () => box.current,
    getItemKey: (index) => dialogs[index]?.id ?? index,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
  });
  const items = rows.getVirtualItems();
  useOpenInSight(route.dialog, dialogs, (index) => rows.scrollToIndex(index, { align: "auto" }));
  useShown(rows.calculateRange(), dialogs, onShown);

  const last = items.at(-1)?.index ?? 0;
  const wantsMore = query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError && last >= dialogs.length - BEYOND;
  useEffect(() => {
    if (wantsMore) void query.fetchNextPage();
  }, [wantsMore, query]);

  return (
    <>
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const dialog = dialogs[index];
          return dialog ? (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={query.hasNextPage ? -1 : dialogs.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row dialog={dialog} href={route.href({ dialog: dialog.id })} open={dialog.id === route.dialog} isNew={unseen.has(dialog.id)} />
            </li>
          ) : null;
        })}
      </ul>
      {query.isFetchNextPageError ? (
        <ErrorState error={query.error} onRetry={() => void query.fetchNextPage()} />
      ) : query.hasNextPage ? (
        <div className="flex h-14 items-center justify-center">
          <Spinner label="Loading more conversations" />
        </div>
      ) : null}
    </>
  );
}

/** When another conversation is opened, by whatever way, its row comes into sight; never because rows moved. */
function useOpenInSight(open: string | null, dialogs: Dialog[], show: (index: number) => void) {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (open === shown.current) return;
    const index = open === null ? -1 : dialogs.findIndex(({ id }) => id === open);
    if (open !== null && index < 0) return;
    shown.current = open;
    if (index >= 0) show(index);
  });
}

function useShown(range: { startIndex: number; endIndex: number } | null, dialogs: Dialog[], onShown: (ids: string[]) => void) {
  const ids = range ? dialogs.slice(range.startIndex, range.endIndex + 1).map(({ id }) => id) : [];
  const key = ids.join();
  useEffect(() => {
    if (!key) return;
    const timer = setTimeout(() => onShown(key.split(",")), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key, onShown]);
}
