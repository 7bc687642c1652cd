// Changes a webhook: on or off, where it goes and what it is told of; a new secret; the end of it.
import type { Webhook } from "../api";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { useUnsavedChanges } from "../leaving";
import { Button, ConfirmDialog, Section, Switch, toast } from "../ui";
import { SecretOnce } from "./SecretOnce";
import { isRight, WebhookFields } from "./WebhookFields";
import { useChangeWebhook, useNewSecret, useRemoveWebhook, type WebhookWish } from "./webhooks";

interface WebhookSettingsProps {
  app: number;
  webhook: Webhook;
}

export function WebhookSettings({ app, webhook }: WebhookSettingsProps) {
  const saved: WebhookWish = { url: webhook.url, events: webhook.events };
  const [wish, setWish] = useState(saved);
  const [tried, setTried] = useState(false);
  const change = useChangeWebhook(app, webhook.id);
  const onOff = useChangeWebhook(app, webhook.id);
  const unsaved = wish.url !== saved.url || [...wish.events].sort().join() !== [...saved.events].sort().join();
  useUnsavedChanges(unsaved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isRight(wish)) {
      const sent = { ...wish, url: wish.url.trim() };
      change.mutate(sent, {
        onSuccess: () => {
          setWish(sent);
          toast.done("The webhook is saved.");
        },
      });
    }
  };
  return (
    <Section title="Settings">
      <Switch
        label="On"
        description="While it is off, nothing is sent, and what happens meanwhile is not sent later."
        // What was wished for shows at once, and goes back if the server says no.
        checked={onOff.isPending ? (onOff.variables.enabled ?? webhook.enabled) : webhook.enabled}
        onChange={(enabled) => onOff.mutate({ enabled }, { onError: toast.failed })}
      />
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <WebhookFields wish={wish} onChange={setWish} tried={tried} error={change.error} />
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" busy={change.isPending} disabled={!unsaved}>
            Save
          </Button>
          {unsaved ? <Button onClick={() => setWish(saved)}>Discard</Button> : null}
        </div>
      </form>
      <Grave app={app} webhook={webhook} />
    </Section>
  );
}

/** What is not undone by a second click. */
function Grave({ app, webhook }: WebhookSettingsProps) {
  const [asking, setAsking] = useState<"secret" | "remove" | null>(null);
  const secret = useNewSecret(app, webhook.id);
  const remove = useRemoveWebhook(app);
  const [, navigate] = useLocation();
  const stop = () => setAsking(null);
  return (
    <div className="flex flex-wrap gap-2 border-t border-line pt-5">
      <Button onClick={() => setAsking("secret")}>Make a new signing secret</Button>
      <Button onClick={() => setAsking("remove")}>Remove webhook</Button>
      <ConfirmDialog
        open={asking === "secret"}
        title="Make a new signing secret?"
        action="Make a new one"
        danger
        onClose={stop}
        onConfirm={() => secret.mutateAsync()}
      >
        Your program will refuse what comes until it knows the new secret.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "remove"}
        title="Remove this webhook?"
        action="Remove"
        danger
        onClose={stop}
        onConfirm={async () => {
          await remove.mutateAsync(webhook);
          toast.done("The webhook is removed.");
          navigate(`/apps/${app}/integrations`, { replace: true });
        }}
      >
        Nothing more is sent to {webhook.url}, and the list of its deliveries is lost.
      </ConfirmDialog>
      {secret.data ? <SecretOnce secret={secret.data.secret} onClose={secret.reset} /> : null}
    </div>
  );
}
