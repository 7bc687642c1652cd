// The same curve as numbers, for who cannot or does not want to read a drawing.
import type { CurvePoint } from "../../../api";
import { percent, Table, type Column } from "../../../ui";

const COLUMNS: Column<CurvePoint>[] = [
  { label: "Confidence", heads: true, cell: ({ threshold }) => percent(threshold) },
  { label: "Answered", numeric: true, cell: ({ coverage }) => percent(coverage) },
  { label: "Wrong answers", numeric: true, cell: ({ risk }) => percent(risk, 1) },
];
/** Neighbours differ by little: so many rows say as much as all. */
const ROWS_MAX = 20;

export function CurveTable({ points }: { points: CurvePoint[] }) {
  const step = Math.max(1, Math.ceil(points.length / ROWS_MAX));
  const rows = points.filter((_, at) => at % step === 0 || at === points.length - 1);
  return (
    <details>
      <summary className="rounded text-sm text-accent-ink underline underline-offset-2">Show as a table</summary>
      <div className="mt-2 max-w-xl rounded-xl border border-line">
        <Table label="What each confidence means" rows={rows} rowKey={({ threshold }) => threshold} columns={COLUMNS} />
      </div>
    </details>
  );
}
