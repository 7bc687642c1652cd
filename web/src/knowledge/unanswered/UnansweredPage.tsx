// The questions that the AI Agents could not answer, those that mean the same as one. Answering one teaches it.
import { PartyPopper } from "lucide-react";
import { useSearchParams } from "wouter";
import { CenteredSpinner, EmptyState, ErrorState, List, Page, Section, ShowMore, Tabs } from "../../ui";
import { Question } from "./Question";
import { QuestionDialog } from "./QuestionDialog";
import { Replays } from "./Replays";
import { Trend } from "./Trend";
import { useUnanswered, type UnansweredState } from "./unanswered";

const STATES: { value: UnansweredState; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "answered", label: "Answered" },
  { value: "dismissed", label: "Dismissed" },
];

const NOTHING: Record<UnansweredState, string> = {
  open: "When an AI Agent cannot answer a question, it appears here. Answer it once, and it is known from then on.",
  answered: "Questions that you answer here are kept in this list.",
  dismissed: "Questions that need no answer can be dismissed; they are kept in this list.",
};

export function UnansweredPage({ app }: { app: number }) {
  const [params, setParams] = useSearchParams();
  const state = STATES.find(({ value }) => value === params.get("state"))?.value ?? "open";
  const looking = params.get("question");
  const look = (id: string | null) => setParams(id ? { state, question: id } : { state }, { replace: true });
  return (
    <Page
      title="Unanswered questions"
      description="What your customers asked and your knowledge did not answer, most useful first. Each answer you write becomes knowledge."
    >
      <Trend app={app} />
      <Replays app={app} onLook={look} />
      <Section>
        <Tabs
          label="State"
          value={state}
          onChange={(value) => setParams({ state: value }, { replace: true })}
          tabs={STATES.map(({ value, label }) => ({ value, label, content: <Questions app={app} state={value} onLook={look} /> }))}
        />
      </Section>
      {looking ? <QuestionDialog key={looking} app={app} id={looking} onClose={() => look(null)} /> : null}
    </Page>
  );
}

interface QuestionsProps {
  app: number;
  state: UnansweredState;
  onLook: (id: string) => void;
}

function Questions({ app, state, onLook }: QuestionsProps) {
  const questions = useUnanswered(app, state);
  if (questions.isPending) return <CenteredSpinner />;
  if (questions.isError) return <ErrorState error={questions.error} onRetry={() => void questions.refetch()} />;
  if (questions.items.length === 0) {
    return (
      <EmptyState icon={state === "open" ? <PartyPopper /> : undefined} title={state === "open" ? "Nothing is unanswered" : "Nothing here yet"}>
        {NOTHING[state]}
      </EmptyState>
    );
  }
  return (
    <>
      <List label="Questions">
        {questions.items.map((question) => (
          <Question key={question.id} app={app} question={question} onLook={onLook} />
        ))}
      </List>
      <ShowMore hasMore={questions.hasNextPage} busy={questions.isFetchingNextPage} onMore={() => void questions.fetchNextPage()} />
    </>
  );
}
