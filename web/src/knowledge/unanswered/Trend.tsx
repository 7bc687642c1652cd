// How many questions went unanswered lately: a number, whether that is more or fewer than before, and each day as a bar.
import { Sparkline } from "../../ui";
import { weeksOf } from "./trend";
import { useTrend } from "./unanswered";

const DAY = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

export function Trend({ app }: { app: number }) {
  const days = useTrend(app).data?.items ?? [];
  // Without it the list below says as much.
  if (days.every(({ times }) => times === 0)) return null;
  const { lately, compared } = weeksOf(days);
  const bars = days.map(({ day, times }) => ({ title: DAY.format(day), count: times }));
  const byDay = bars.filter(({ count }) => count > 0).map(({ title, count }) => `${title}: ${count}`);
  return (
    <div className="flex items-center gap-5">
      <Sparkline className="shrink-0" label={`Unanswered by day. ${byDay.join(", ")}.`} bars={bars} />
      <p className="leading-snug">
        <span className="text-lg font-semibold tabular-nums">{lately.toLocaleString()}</span> in the last 7 days
        <span className="block text-sm text-muted">{compared}</span>
      </p>
    </div>
  );
}
