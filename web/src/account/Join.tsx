// The page behind the link of an invitation: a name, a password, and they are in.
import { useQuery, useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { api, ApiError, type Me, type InvitationFace } from "../api";
import { Button, CenteredSpinner, ErrorState, Field, Input, LinkButton, Notice } from "../ui";
import { Doorstep } from "./Doorstep";
import { useMeQuery, useSignedIn } from "./me";
import { PASSWORD_RULE, passwordError } from "./password";

const AS: Record<InvitationFace["role"], string> = { agent: "an agent", supervisor: "a supervisor", admin: "an admin" };

export function Join({ token }: { token: string }) {
  const path = `/invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => api.get<InvitationFace>(path, { signal }),
    staleTime: Infinity,
  });
  if (invitation.data) return <Accept path={path} invitation={invitation.data} />;
  if (invitation.error instanceof ApiError && invitation.error.status === 404) return <DeadLink />;
  if (invitation.isError) return <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />;
  return <CenteredSpinner />;
}

function DeadLink() {
  return (
    <Doorstep title="This link does not work any more" description="It may have been used already, withdrawn, or be older than seven days.">
      <p className="mb-5 text-pretty">
        Ask whoever invited you for a new link. If you have joined already, sign in with your e-mail address and your password.
      </p>
      <LinkButton href="/" variant="primary">
        Sign in
      </LinkButton>
    </Doorstep>
  );
}

function Accept({ path, invitation }: { path: string; invitation: InvitationFace }) {
  const [fullName, setFullName] = useState(invitation.full_name);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [, navigate] = useLocation();
  const signedIn = useSignedIn();
  const join = useMutation({
    mutationFn: () => api.put<{ me: Me }>(path, { full_name: fullName.trim(), password }),
    onSuccess: ({ me }) => {
      signedIn(me);
      navigate("/", { replace: true });
    },
  });
  const nameMissing = fullName.trim() ? null : "Enter your name.";
  const weak = passwordError(password);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameMissing && !weak) join.mutate();
  };
  if (join.error instanceof ApiError && join.error.status === 404) return <DeadLink />;
  const fields = join.error instanceof ApiError ? join.error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field)?.message;

  return (
    <Doorstep title={`Join ${invitation.app_name}`} description={`You are invited as ${AS[invitation.role]}. Choose a password to come in.`}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <SomebodyElse />
        {join.isError && fields.length === 0 ? <Notice tone="danger">{join.error.message}</Notice> : null}
        <Field label="E-mail" hint="You sign in with it.">
          <Input type="email" autoComplete="username" readOnly value={invitation.email} />
        </Field>
        <Field label="Full name" hint="Customers see it." error={(tried && nameMissing) || errorOf("full_name")}>
          <Input autoComplete="name" value={fullName} onChange={(event) => setFullName(event.target.value)} />
        </Field>
        <Field label="Password" hint={PASSWORD_RULE} error={(tried && weak) || errorOf("password")}>
          <Input
            type="password"
            autoComplete="new-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" busy={join.isPending} className="mt-2">
          Join
        </Button>
      </form>
    </Doorstep>
  );
}

/** An admin who tries the link that they made, say. */
function SomebodyElse() {
  const me = useMeQuery();
  if (!me.data) return null;
  return <Notice>You are signed in as {me.data.full_name} in this browser. Joining signs you in as the new person instead.</Notice>;
}
