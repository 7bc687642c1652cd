// Rows of the same kind of thing. On phones each row becomes a card of labelled lines.
import type { ReactNode } from "react";
import { cx } from "./classes";

export interface Column<T> {
  label: string;
  /** The label is only read aloud (for buttons at the end of a row). */
  hideLabel?: boolean;
  /** What the row is about; on phones it heads the card, without its label. */
  heads?: boolean;
  /** Left out on phones: good to know, where there is room. */
  extra?: boolean;
  /** Numbers stand to the right. */
  numeric?: boolean;
  cell: (row: T) => ReactNode;
}

interface TableProps<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string | number;
}

// The roles are written out because a table that is shown as blocks loses its own.
export function Table<T>({ label, columns, rows, rowKey }: TableProps<T>) {
  return (
    <table role="table" aria-label={label} className="w-full border-collapse text-left max-md:block">
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line text-sm text-muted">
          {columns.map((column) => (
            <th
              key={column.label}
              role="columnheader"
              scope="col"
              className={cx("px-3 py-2.5 font-medium first:pl-6 last:pr-6", column.numeric && "text-right")}
            >
              <span className={column.hideLabel ? "sr-only" : undefined}>{column.label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="border-line not-last:border-b max-md:relative max-md:flex max-md:flex-col max-md:gap-1.5 max-md:px-5 max-md:py-4"
          >
            {columns.map((column) => (
              <TableCell key={column.label} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TableCell<T>({ column, row }: { column: Column<T>; row: T }) {
  return (
    <td
      role="cell"
      className={cx(
        "md:px-3 md:py-3 md:align-middle md:first:pl-6 md:last:pr-6 max-md:min-w-0 max-md:items-baseline max-md:gap-3",
        column.extra ? "max-md:hidden" : "max-md:flex",
        column.heads && "max-md:mb-1 max-md:pr-10",
        column.numeric && "tabular-nums md:text-right",
      )}
    >
      {column.hideLabel || column.heads ? null : (
        <span aria-hidden className="w-28 shrink-0 text-sm text-muted md:hidden">
          {column.label}
        </span>
      )}
      {column.cell(row)}
    </td>
  );
}

/** A plain list whose entries are divided by a line. */
export function List({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <ul aria-label={label} className={cx("divide-y divide-line", className)}>
      {children}
    </ul>
  );
}
