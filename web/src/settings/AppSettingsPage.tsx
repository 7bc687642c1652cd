// One app's own settings: its name and how programs sign in to it; its labels and its canned replies.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { api, type App } from "../api";
import { Button, ConfirmDialog, CopyBox, Field, Input, Loaded, Page, Section, ShownOnce, Tabs, toast } from "../ui";
import { useApp, useRenameApp } from "./apps";
import { Labels } from "./labels/Labels";
import { Replies } from "./replies/Replies";

export type AppSettingsTab = "general" | "labels" | "replies";

export function AppSettingsPage({ app, tab }: { app: number; tab: AppSettingsTab }) {
  const [, navigate] = useLocation();
  return (
    <Page title="App settings">
      <Tabs
        label="App settings"
        value={tab}
        onChange={(value) => navigate(value === "general" ? `/apps/${app}/settings` : `/apps/${app}/settings/${value}`)}
        tabs={[
          { value: "general", label: "General", content: <General id={app} /> },
          { value: "labels", label: "Labels", content: <Labels app={app} /> },
          { value: "replies", label: "Canned replies", content: <Replies app={app} /> },
        ]}
      />
    </Page>
  );
}

function General({ id }: { id: number }) {
  const app = useApp(id);
  return (
    <Loaded query={app}>
      {(loaded) => (
        <div className="flex flex-col gap-5">
          <Name app={loaded} />
          <Authorization app={loaded} />
        </div>
      )}
    </Loaded>
  );
}

function Name({ app }: { app: App }) {
  const [name, setName] = useState(app.name);
  const rename = useRenameApp(app.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(name.trim(), { onSuccess: () => toast.done("The app is renamed.") });
  };
  return (
    <Section title="General">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Field label="Name of the app" error={rename.error?.message} className="max-w-md flex-1 basis-60">
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button type="submit" busy={rename.isPending} disabled={!name.trim() || name.trim() === app.name}>
          Rename
        </Button>
      </form>
    </Section>
  );
}

function Authorization({ app }: { app: App }) {
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useMutation({
    mutationFn: () => api.put<{ authorization_secret: string }>(`/apps/${app.id}/authorization_secret`),
    onSuccess: (answer) => setSecret(answer.authorization_secret),
  });
  return (
    <Section
      title="Authorization"
      description="Programs that use a chat SDK sign in to this app with its id, authorization key and authorization secret."
    >
      <dl className="grid gap-4 sm:grid-cols-[10rem_1fr] sm:items-center">
        <dt className="font-medium">App ID</dt>
        <dd>
          <CopyBox label="App ID" text={String(app.id)} />
        </dd>
        <dt className="font-medium">Authorization key</dt>
        <dd>
          <CopyBox label="Authorization key" text={app.authorization_key} />
        </dd>
        <dt className="font-medium">Authorization secret</dt>
        <dd className="flex flex-wrap items-center gap-3">
          <span className="text-muted">Shown only when it is made.</span>
          <Button size="sm" onClick={() => setAsking(true)}>
            Make a new secret
          </Button>
        </dd>
      </dl>
      <ConfirmDialog
        open={asking}
        title="Make a new authorization secret?"
        action="Make a new secret"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => rotate.mutateAsync()}
      >
        The old secret stops working at once. Programs that use it cannot sign in until they have the new one.
      </ConfirmDialog>
      {secret ? (
        <ShownOnce
          title="The new authorization secret"
          secrets={[{ label: "Authorization secret", text: secret }]}
          onClose={() => setSecret(null)}
        >
          It is shown only now. Put it where the old one was.
        </ShownOnce>
      ) : null}
    </Section>
  );
}
