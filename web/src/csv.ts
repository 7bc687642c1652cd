// Rows as a CSV file that every spreadsheet reads, and that none takes for a formula; made in the browser.
export type Cell = string | number | null;

const STARTS_A_FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

export function csv(rows: Cell[][]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(content: Cell): string {
  if (content === null) return "";
  if (typeof content === "number") return String(content);
  // What people wrote, such as a name, must not be computed on the reader's machine.
  const harmless = STARTS_A_FORMULA.test(content) ? `'${content}` : content;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Without it, spreadsheets take the letters for those of another alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

export function saveCsv(name: string, rows: Cell[][]) {
  const address = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
