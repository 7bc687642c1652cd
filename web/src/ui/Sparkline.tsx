// Counts by day as a row of small bars. Says in words what it shows.
import { useId } from "react";

interface SparklineProps {
  /** One sentence that says what the bars say. */
  label: string;
  bars: { title: string; count: number }[];
  className?: string;
}

const BAR = 8;
const GAP = 3;
const HEIGHT = 40;
/** A day without any still has its place. */
const LEAST = 2;

export function Sparkline({ label, bars, className }: SparklineProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${bars.length * (BAR + GAP) - GAP} ${HEIGHT}`}
      className={className}
      style={{ height: HEIGHT }}
    >
      <title id={id}>{label}</title>
      {bars.map(({ title, count }, at) => {
        const height = Math.max(LEAST, (count / most) * HEIGHT);
        return (
          <rect
            key={title}
            x={at * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            rx={1.5}
            className={count > 0 ? "fill-accent" : "fill-line"}
          >
            <title>{`${title}: ${count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
