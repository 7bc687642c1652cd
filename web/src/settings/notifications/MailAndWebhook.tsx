// Where the last step goes: more addresses, and a program that is called.
import { Field, Input, WordsInput } from "../../ui";
import { SigningSecret } from "./SigningSecret";
import type { Editing } from "./useLadder";

export function MailAndWebhook({ editing }: { editing: Editing }) {
  const { app, ladder, change, errorOf } = editing;
  return (
    <>
      <Field label="More e-mail addresses" hint="With commas between them." error={errorOf("mail_to")}>
        <WordsInput
          type="text"
          inputMode="email"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="desk@company.com"
          words={ladder.mail_to}
          onWords={(mail_to) => change({ mail_to })}
        />
      </Field>
      <Field
        label="Webhook address"
        hint="Called with JSON, signed, and called again if your server does not answer."
        error={errorOf("webhook_url")}
      >
        <Input
          type="url"
          placeholder="https://…"
          value={ladder.webhook_url}
          onChange={(event) => change({ webhook_url: event.target.value })}
        />
      </Field>
      {ladder.webhook_url.trim() ? <SigningSecret app={app} /> : null}
    </>
  );
}
