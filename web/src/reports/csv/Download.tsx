// The tables of the report as files, made in the browser from what is on screen.
import { Download as Icon } from "lucide-react";
import type { Report } from "../../api";
import { Button, Menu } from "../../ui";
import { csv } from "./csv";
import { csvTables, type CsvTable } from "./tables";

/** Without it, spreadsheets take the letters for those of another alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

export function Download({ report }: { report: Report }) {
  return (
    <Menu
      heading="As a CSV file"
      trigger={<Button icon={<Icon aria-hidden className="size-4" />}>Download</Button>}
      items={csvTables(report).map((table) => ({ label: table.label, onSelect: () => save(table, report) }))}
    />
  );
}

function save({ name, rows }: CsvTable, { from, to }: Report) {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const address = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}-${day(from)}-${day(to)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
