// What came of an app's conversations: how they ended, why people were called, how long that took, when, and what customers think of it.
import type { Report } from "../api";
import { ChartColumn } from "lucide-react";
import { useSearchParams } from "wouter";
import { EmptyState, Loaded, Page, Section, Select } from "../ui";
import { Download } from "./csv/Download";
import { Endings } from "./endings/Endings";
import { Facts } from "./Facts";
import { Load } from "./load/Load";
import { ByAgent, ByAssistant } from "./People";
import { daysNamed, PERIODS } from "./period";
import { RatingsPart } from "./ratings/RatingsPart";
import { Reasons } from "./Reasons";
import { isEmpty, useReport } from "./report";
import { Times } from "./Times";

export function ReportsPage({ app }: { app: number }) {
  const [params, setParams] = useSearchParams();
  const days = daysNamed(params.get("days"));
  const report = useReport(app, days);
  return (
    <Page
      title="Reports"
      description="What came of your customers' questions."
      actions={
        <>
          <Select
            aria-label="Period"
            className="w-44"
            value={String(days)}
            onChange={(event) => setParams({ days: event.target.value }, { replace: true })}
            options={PERIODS.map(({ days: value, label }) => ({ value: String(value), label }))}
          />
          {report.data && !isEmpty(report.data) ? <Download report={report.data} /> : null}
        </>
      }
    >
      <Loaded query={report}>{(loaded) => <Figures app={app} report={loaded} />}</Loaded>
    </Page>
  );
}

function Figures({ app, report }: { app: number; report: Report }) {
  if (isEmpty(report)) return <NothingYet open={report.episodes.open} />;
  return (
    <>
      <Facts report={report} />
      <Endings report={report} />
      <Load report={report} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Reasons report={report} />
        <RatingsPart ratings={report.ratings} />
      </div>
      <Times report={report} />
      <ByAssistant app={app} report={report} />
      <ByAgent report={report} />
    </>
  );
}

function NothingYet({ open }: { open: number }) {
  return (
    <Section>
      <EmptyState icon={<ChartColumn />} title="Nothing to report yet">
        {open > 0
          ? "Conversations are going on, but none began or ended in this time. Look further back."
          : "Nobody has written in this time. As soon as customers do, you see here how it ended, and how long people waited."}
      </EmptyState>
    </Section>
  );
}
