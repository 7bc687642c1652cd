// One verdict as a whole: what is said, and below it why.
import type { Verdict } from "../api";
import { Explanation } from "./Explanation";
import { VerdictText } from "./VerdictText";

export function VerdictView({ app, verdict }: { app: number; verdict: Verdict }) {
  return (
    <div className="flex flex-col gap-4">
      <VerdictText verdict={verdict} />
      <Explanation app={app} verdict={verdict} />
    </div>
  );
}
