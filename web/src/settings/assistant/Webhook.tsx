// Where unanswered questions are sent, and the secret that the receiver checks the signature with.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api";
import { Button, ConfirmDialog, Field, Input, ShownOnce } from "../../ui";
import type { Draft } from "./draft";
import { Warnings } from "./Warnings";

export function Webhook({ draft }: { draft: Draft }) {
  return (
    <div className="flex flex-col gap-5">
      <Warnings warnings={draft.saved.warnings} about="webhook" />
      <Field
        label="Webhook address"
        hint="Each unanswered question is posted here as JSON, signed, and sent again if your server does not answer."
        error={draft.errorOf("unanswered.webhook_url")}
      >
        <Input
          type="url"
          placeholder="https://…"
          value={draft.settings.unanswered.webhook_url ?? ""}
          onChange={(event) => draft.changeUnanswered({ webhook_url: event.target.value || null })}
        />
      </Field>
      <SigningSecret draft={draft} />
    </div>
  );
}

function SigningSecret({ draft: { saved } }: { draft: Draft }) {
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState(false);
  const make = useMutation({
    mutationFn: () => api.put<{ webhook_secret: string }>(`/apps/${saved.app}/assistants/${saved.id}/webhook_secret`),
    onSuccess: () => setMade(true),
  });
  const exists = saved.has_webhook_secret || made;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="text-muted">{exists ? "A signing secret is stored." : "There is no signing secret yet."}</span>
      <Button size="sm" busy={make.isPending} onClick={() => (exists ? setAsking(true) : make.mutate())}>
        {exists ? "Make a new signing secret" : "Make a signing secret"}
      </Button>
      {make.isError && !asking ? <span className="text-sm text-danger">{make.error.message}</span> : null}
      <ConfirmDialog
        open={asking}
        title="Make a new signing secret?"
        action="Make a new one"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => make.mutateAsync()}
      >
        Your receiver will refuse questions until it knows the new secret.
      </ConfirmDialog>
      {make.data ? (
        <ShownOnce
          title="The signing secret"
          secrets={[{ label: "Signing secret", text: make.data.webhook_secret }]}
          onClose={make.reset}
        >
          It is shown only now. Your receiver checks the signature of each request with it.
        </ShownOnce>
      ) : null}
    </div>
  );
}
