// Invites somebody: their name, their address and what they will be. The answer is a link to pass on.
import { useState } from "react";
import { ApiError, type InvitationRole } from "../../api";
import { Button, Dialog, Field, Input, Notice, RadioGroup } from "../../ui";
import { ROLES } from "../roles";
import { useInvite } from "./invitations";
import { LinkOnce } from "./LinkOnce";

export function InviteDialog({ app, onClose }: { app: number; onClose: () => void }) {
  const [fullName, setFullName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<InvitationRole>("agent");
  const [tried, setTried] = useState(false);
  const invite = useInvite(app);
  const nameMissing = fullName.trim() ? null : "Enter a name.";
  const emailWrong = /^\S+@\S+$/.test(email.trim()) ? null : "Enter an e-mail address.";
  const fields = invite.error instanceof ApiError ? invite.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;
  const submit = () => {
    setTried(true);
    if (!nameMissing && !emailWrong) invite.mutate({ full_name: fullName.trim(), email: email.trim(), role });
  };
  if (invite.data) return <LinkOnce made={invite.data} onClose={onClose} />;

  return (
    <Dialog
      open
      onClose={onClose}
      title="Invite somebody"
      description="You get a link to pass on. They choose their own password."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={invite.isPending}>
            Make the link
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {invite.isError && fields.length === 0 ? <Notice tone="danger">{invite.error.message}</Notice> : null}
        <Field label="Full name" hint="Customers see it. They can change it when they join." error={(tried && nameMissing) || errorOf("full_name")}>
          <Input autoComplete="off" value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field label="E-mail" hint="They sign in with it." error={(tried && emailWrong) || errorOf("email")}>
          <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <RadioGroup label="Role" value={role} onChange={setRole} options={ROLES} />
      </div>
    </Dialog>
  );
}
