// The sign-in page, for admins and agents alike.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, type Me } from "../api";
import { Button, Field, Input, Notice } from "../ui";
import { Doorstep } from "./Doorstep";
import { useSignedIn } from "./me";

export function SignIn() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signedIn = useSignedIn();
  const signIn = useMutation({
    mutationFn: () => api.post<{ me: Me }>("/sessions", { email: email.trim(), password }),
    onSuccess: ({ me }) => signedIn(me),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };

  return (
    <Doorstep title="Sign in" description="Use the e-mail address and password of your account.">
      <form onSubmit={submit} className="flex flex-col gap-4">
        {signIn.isError ? <Notice tone="danger">{signIn.error.message}</Notice> : null}
        <Field label="E-mail">
          <Input
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Password">
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" busy={signIn.isPending} className="mt-2">
          Sign in
        </Button>
      </form>
      <p className="mt-5 text-sm text-muted">Forgot your password? Ask an admin to reset it for you.</p>
    </Doorstep>
  );
}
