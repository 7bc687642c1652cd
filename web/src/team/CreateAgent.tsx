// Creates an agent. The server makes the password, and it is shown this once.
import { useState } from "react";
import { ApiError } from "../api";
import { Button, Dialog, Field, Input, Notice, toast } from "../ui";
import { PasswordOnce } from "./AgentWishes";
import { useCreateAgent } from "./agents";

export function CreateAgent({ app, onClose }: { app: number; onClose: () => void }) {
  const [fullName, setFullName] = useState("");
  const [email, setEmail] = useState("");
  const [tried, setTried] = useState(false);
  const create = useCreateAgent(app);
  const nameMissing = fullName.trim() ? null : "Enter a name.";
  const emailWrong = /^\S+@\S+$/.test(email.trim()) ? null : "Enter an e-mail address.";
  const fields = create.error instanceof ApiError ? create.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;

  const submit = () => {
    setTried(true);
    if (nameMissing || emailWrong) return;
    create.mutate(
      { full_name: fullName.trim(), email: email.trim() },
      {
        onSuccess: ({ agent, password }) => {
          if (password) return;
          toast.done(`${agent.full_name} is created.`);
          onClose();
        },
      },
    );
  };
  if (create.data?.password) return <PasswordOnce agent={create.data.agent} password={create.data.password} onClose={onClose} />;

  return (
    <Dialog
      open
      onClose={onClose}
      title="Create an agent"
      size="sm"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            Create
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {create.isError && fields.length === 0 ? <Notice tone="danger">{create.error.message}</Notice> : null}
        <Field label="Full name" hint="Customers see it." error={(tried && nameMissing) || errorOf("full_name")}>
          <Input autoComplete="off" value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field label="E-mail" hint="They sign in with it." error={(tried && emailWrong) || errorOf("email")}>
          <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
