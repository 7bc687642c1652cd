// How many questions went unanswered on each of the last days.
import { Sparkline } from "../../ui";
import { trendInWords } from "./trend";
import { useTrend } from "./unanswered";

const DAY = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

export function Trend({ app }: { app: number }) {
  const days = useTrend(app).data?.items ?? [];
  // Without it the list below says as much.
  if (days.every(({ times }) => times === 0)) return null;
  const words = trendInWords(days);
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
      <Sparkline label={words} bars={days.map(({ day, times }) => ({ title: DAY.format(day), count: times }))} />
      <p className="min-w-0 flex-1 basis-56 text-sm text-pretty text-muted">{words}</p>
    </div>
  );
}
