// One step of the guide: done, next, or still to come.
import { Check } from "lucide-react";
import { cx, LinkButton } from "../../ui";
import type { Step, StepName } from "./steps";
import { TryHandover } from "./TryHandover";

const WORDS: Record<StepName, { title: string; text: string }> = {
  assistant: {
    title: "Create an AI Agent",
    text: "It answers your customers, and knows when it does not know. It needs no more than a name.",
  },
  knowledge: {
    title: "Add knowledge",
    text: "Upload files, point at your website, or write questions and answers. It answers from these and from nothing else.",
  },
  agents: {
    title: "Create agents",
    text: "The people who take over. Create an account for somebody, or send them a link with which they make their own.",
  },
  pool: {
    title: "Choose who gets conversations",
    text: "Turn on human handover under Unanswered questions, and add the agents who may be assigned.",
  },
  try: {
    title: "Hand over a test conversation",
    text: "Write as a customer would, and ask for a person. This step is done when the conversation was really handed over.",
  },
};

interface StepEntryProps {
  app: number;
  step: Step;
  number: number;
  /** The AI Agent that the later steps are about, once there is one. */
  assistant: string | null;
}

export function StepEntry({ app, step: { name, done, next }, number, assistant }: StepEntryProps) {
  const { title, text } = WORDS[name];
  return (
    <li aria-current={next ? "step" : undefined} className={cx("group flex gap-4", next ? "not-last:pb-4" : "not-last:pb-2")}>
      <span className="flex flex-col items-center gap-1.5">
        <span
          aria-hidden
          className={cx(
            "flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold tabular-nums",
            done ? "bg-ok-soft text-ok" : next ? "bg-accent text-on-accent" : "bg-sunken text-muted",
          )}
        >
          {done ? <Check className="size-4" /> : number}
        </span>
        <span aria-hidden className="w-px flex-1 bg-line group-last:hidden" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2 pb-1">
        <h3 className={cx("pt-0.5", next ? "font-semibold" : done ? "text-muted" : "font-medium")}>
          {title}
          {done ? <span className="sr-only">: done</span> : null}
        </h3>
        {next ? (
          <>
            <p className="-mt-1 max-w-2xl text-muted text-pretty">{text}</p>
            <div className="flex flex-wrap gap-2">
              <Ways app={app} name={name} assistant={assistant} />
            </div>
          </>
        ) : null}
      </div>
    </li>
  );
}

function Ways({ app, name, assistant }: { app: number; name: StepName; assistant: string | null }) {
  const inApp = `/apps/${app}`;
  switch (name) {
    case "assistant":
      return (
        <LinkButton variant="primary" href={`${inApp}/assistants?new=1`}>
          Create an AI Agent
        </LinkButton>
      );
    case "knowledge":
      return (
        <LinkButton variant="primary" href={`${inApp}/knowledge`}>
          Add knowledge
        </LinkButton>
      );
    case "agents":
      return (
        <>
          <LinkButton variant="primary" href={`${inApp}/agents?new=1`}>
            Create an agent
          </LinkButton>
          <LinkButton href={`${inApp}/agents/invitations?new=1`}>Invite by link</LinkButton>
        </>
      );
    case "pool":
      return (
        <LinkButton variant="primary" href={assistant ? `${inApp}/assistants/${assistant}#unanswered` : `${inApp}/assistants`}>
          Choose agents
        </LinkButton>
      );
    case "try":
      return <TryHandover app={app} assistant={assistant} />;
  }
}
