// Whom the app tells when somebody who should look does not, and what could not be delivered.
import type { ShownNotifications } from "../../api";
import { useUnsavedChanges } from "../../leaving";
import { NotSaved, SavingBar } from "../../saving";
import { Checkbox, Loaded, Page, Section } from "../../ui";
import { LadderSteps } from "./LadderSteps";
import { NoMailServer } from "./NoMailServer";
import { Undelivered } from "./undelivered/Undelivered";
import { useLadder, useNotifications } from "./useLadder";

export function NotificationsPage({ app }: { app: number }) {
  const notifications = useNotifications(app);
  return <Loaded query={notifications}>{(loaded) => <Settings app={app} loaded={loaded} />}</Loaded>;
}

function Settings({ app, loaded }: { app: number; loaded: ShownNotifications }) {
  const editing = useLadder(app, loaded);
  const { ladder, change, unsaved, errors, save } = editing;
  useUnsavedChanges(unsaved);
  return (
    <>
      <Page
        title="Notifications"
        description="When a customer waits and whoever should look does not, more and more people are told, until somebody has looked."
      >
        {loaded.sends_mail ? null : <NoMailServer />}
        <Section
          title="Who is told, and when"
          description="The time is counted from when the customer began to wait. Outside the business hours of the AI Agent nobody is told."
        >
          <LadderSteps key={editing.round} editing={editing} />
        </Section>
        <Section title="Replies to customers">
          <Checkbox
            label="Send replies by e-mail too"
            description="When a customer who left an address does not read in the chat what an agent wrote."
            checked={ladder.mail_customers}
            onChange={(mail_customers) => change({ mail_customers })}
          />
        </Section>
        <Undelivered app={app} />
      </Page>
      <SavingBar
        unsaved={unsaved}
        saved="Everything is saved"
        busy={save.isPending}
        onSave={editing.submit}
        onDiscard={editing.discard}
        trouble={<NotSaved errors={errors} error={save.error} />}
      />
    </>
  );
}
