// Whether the website must vouch for its visitors, the secret it does that with, and how.
import { useState } from "react";
import { Badge, Button, ConfirmDialog, Section, ShownOnce, Switch } from "../../ui";
import { useMakeIdentitySecret } from "./secret";
import type { Draft } from "../draft";
import { HowTo } from "./HowTo";

interface IdentityProps {
  draft: Draft;
  /** Undefined until it is known. */
  hasSecret: boolean | undefined;
}

export function Identity({ draft: { saved, widget, change }, hasSecret }: IdentityProps) {
  const make = useMakeIdentitySecret(saved.app);
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const makeOne = async () => setSecret((await make.mutateAsync()).identity_secret);

  return (
    <Section
      title="Who the visitor is"
      description="Your website can vouch for customers who are signed in there. They then have their conversations on every device, and agents see who writes."
    >
      <div className="flex flex-wrap items-center gap-3">
        <span className="font-medium">Identity secret</span>
        {hasSecret === undefined ? null : hasSecret ? <Badge tone="ok">Made</Badge> : <Badge>None yet</Badge>}
        <span className="min-w-0 flex-1" />
        <Button size="sm" busy={make.isPending} onClick={() => (hasSecret ? setAsking(true) : void makeOne().catch(() => setAsking(true)))}>
          {hasSecret ? "Make a new secret" : "Make a secret"}
        </Button>
      </div>
      <Switch
        label="Only customers for whom your website vouches"
        description="Visitors without a valid token are asked to sign in on your website first."
        checked={widget.identity === "required"}
        onChange={(on) => change({ identity: on ? "required" : "optional" })}
      />
      <HowTo />
      <ConfirmDialog
        open={asking}
        title="Make a new identity secret?"
        action="Make a new secret"
        danger
        onClose={() => setAsking(false)}
        onConfirm={makeOne}
      >
        Tokens that were signed with the old one are refused at once, for every AI Agent of this app. Conversations that have begun go on.
      </ConfirmDialog>
      {secret ? (
        <ShownOnce
          title="The identity secret"
          secrets={[{ label: "Identity secret", text: secret }]}
          onClose={() => setSecret(null)}
        >
          It is shown only now. Keep it on your server and nowhere else: whoever has it can be any of your customers.
        </ShownOnce>
      ) : null}
    </Section>
  );
}
