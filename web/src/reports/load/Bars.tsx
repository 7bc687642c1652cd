// Pairs of bars: conversations, and the handovers beside them. Says in words what it shows.
import { cx } from "../../ui";
import { roundAbove, type Bar } from "./bars";

/** More ticks than these run into each other on a phone. */
const TICKS_MAX = 8;
const TICKS_OF_MANY = 6;

export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const top = roundAbove(Math.max(...bars.flatMap(({ episodes, handovers }) => [episodes, handovers]), 0));
  const every = bars.length <= TICKS_MAX ? 1 : Math.ceil(bars.length / TICKS_OF_MANY);
  return (
    <div role="img" aria-label={label} className="flex gap-2 text-[13px] text-muted tabular-nums">
      <div className="flex h-40 flex-col justify-between pb-6 text-right leading-none">
        <span>{top}</span>
        <span>0</span>
      </div>
      <div className="flex h-40 min-w-0 flex-1 items-stretch">
        {bars.map((bar, at) => (
          <div key={bar.at} title={titleOf(bar)} className="flex min-w-0 flex-1 flex-col">
            <div className="flex min-h-0 flex-1 items-end justify-center gap-px border-t border-b border-line px-[6%] border-t-line/60">
              <Column count={bar.episodes} top={top} colour="bg-ai/65" />
              <Column count={bar.handovers} top={top} colour="bg-accent" />
            </div>
            <span className="flex h-6 items-end justify-center overflow-visible leading-none whitespace-nowrap">
              {at % every === 0 ? bar.tick : null}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

function Column({ count, top, colour }: { count: number; top: number; colour: string }) {
  const look = cx("max-w-9 flex-1 rounded-t-xs", colour, count > 0 && "min-h-0.5");
  return <span className={look} style={{ height: `${(count / top) * 100}%` }} />;
}

function titleOf({ title, episodes, handovers }: Bar): string {
  return `${title}: ${episodes} conversations, ${handovers} handovers`;
}
