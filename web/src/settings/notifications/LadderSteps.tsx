// The four steps in their order, each with a switch and a time.
import { STEPS, STEP_NAMES, type StepName } from "./ladder";
import { MailAndWebhook } from "./MailAndWebhook";
import { LadderStep } from "./LadderStep";
import type { Editing } from "./useLadder";

const WHO: Record<StepName, string> = {
  push: "Whoever should look, on each device where they turned it on; for what waits in the queue, the whole pool.",
  colleague: "Somebody else of the pool who is online: whoever would get the next conversation.",
  supervisor: "The agents who may act on colleagues' conversations.",
  mail: "The agent, the supervisors, the addresses below, and a program of yours.",
};

export function LadderSteps({ editing }: { editing: Editing }) {
  const { ladder, errorOf } = editing;
  // What is wrong is never out of sight.
  const withMail = ladder.waits.mail.on || errorOf("mail_to") || errorOf("webhook_url");
  return (
    <ol className="flex flex-col">
      {STEPS.map((step, at) => (
        <LadderStep key={step} step={step} number={at + 1} name={STEP_NAMES[step]} who={WHO[step]} editing={editing}>
          {step === "mail" && withMail ? <MailAndWebhook editing={editing} /> : null}
        </LadderStep>
      ))}
    </ol>
  );
}
