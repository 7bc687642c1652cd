// The first-run guide: what is done, what comes next, and the end when a conversation was really handed over.
import type { Start } from "../../api";
import { CircleCheck } from "lucide-react";
import { useEveryAssistant } from "../../staff";
import { Button, EmptyState, LinkButton, Progress, Section } from "../../ui";
import { StepEntry } from "./StepEntry";
import { assistantToTry, isComplete, stepsOf } from "./steps";

interface GuideProps {
  app: number;
  start: Start;
  onDone: () => void;
}

export function Guide({ app, start, onDone }: GuideProps) {
  const assistants = useEveryAssistant(app);
  const assistant = assistantToTry(assistants.data ?? [])?.id ?? null;
  const steps = stepsOf(start);
  const done = steps.filter((step) => step.done).length;
  if (isComplete(start)) return <Finished app={app} onDone={onDone} />;
  return (
    <Section
      title="Get started"
      description="Five steps to the first conversation that your AI Agent hands over to a person."
      actions={
        <span className="flex w-40 items-center gap-3 text-sm whitespace-nowrap text-muted tabular-nums">
          <Progress label="Steps done" done={done} total={steps.length} className="flex-1" />
          {done} of {steps.length}
        </span>
      }
    >
      <ol className="flex flex-col">
        {steps.map((step, at) => (
          <StepEntry key={step.name} app={app} step={step} number={at + 1} assistant={assistant} />
        ))}
      </ol>
    </Section>
  );
}

function Finished({ app, onDone }: { app: number; onDone: () => void }) {
  return (
    <Section>
      <div role="status">
        <EmptyState
          icon={<CircleCheck />}
          title="Your first conversation was handed over"
          action={
            <span className="flex flex-wrap justify-center gap-2">
              <LinkButton href={`/desk/all?app=${app}`}>See it at the Agent Desk</LinkButton>
              <Button variant="primary" onClick={onDone}>
                Done
              </Button>
            </span>
          }
        >
          A customer asked for a person, and your team has the question. Put the chat on your website when you are ready: the code is beside
          each AI Agent.
        </EmptyState>
      </div>
    </Section>
  );
}
