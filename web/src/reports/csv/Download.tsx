// The tables of the report as files, made in the browser from what is on screen.
import type { Report } from "../../api";
import { Download as Icon } from "lucide-react";
import { saveCsv } from "../../csv";
import { Button, Menu } from "../../ui";
import { csvTables, type CsvTable } from "./tables";

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
  saveCsv(`${name}-${day(from)}-${day(to)}`, rows);
}
