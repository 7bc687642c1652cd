// The very first page of a new server: makes the admin and signs them in.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { api, ApiError, type Me } from "../api";
import { Button, Field, Input, Notice } from "../ui";
import { Doorstep } from "./Doorstep";
import { useSignedIn } from "./me";
import { PASSWORD_RULE, passwordError } from "./password";

const EMPTY = { full_name: "", email: "", password: "" };

export function FirstStart() {
  const [admin, setAdmin] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const signedIn = useSignedIn();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => api.post<Me>("/setup", { ...admin, email: admin.email.trim(), full_name: admin.full_name.trim() }),
    onSuccess: signedIn,
    onError: (error) => {
      // Somebody else was faster: the sign-in page is the right one now.
      if (error instanceof ApiError && error.reason === "admin_exists") void queries.invalidateQueries({ queryKey: ["setup"] });
    },
  });
  const weak = passwordError(admin.password);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!weak) create.mutate();
  };
  const set = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setAdmin({ ...admin, [field]: event.target.value });
  const fromServer = create.error instanceof ApiError ? create.error.fields : [];
  const errorOf = (field: string) => fromServer.find((one) => one.field === field)?.message;

  return (
    <Doorstep title="Welcome to Baton" description="This server is new. Create the admin account; you can add everybody else later.">
      <form onSubmit={submit} className="flex flex-col gap-4">
        {create.isError && fromServer.length === 0 ? <Notice tone="danger">{create.error.message}</Notice> : null}
        <Field label="Full name" error={errorOf("full_name")}>
          <Input autoComplete="name" required autoFocus value={admin.full_name} onChange={set("full_name")} />
        </Field>
        <Field label="E-mail" error={errorOf("email")}>
          <Input type="email" autoComplete="username" required value={admin.email} onChange={set("email")} />
        </Field>
        <Field label="Password" hint={PASSWORD_RULE} error={tried ? (weak ?? errorOf("password")) : null}>
          <Input type="password" autoComplete="new-password" required value={admin.password} onChange={set("password")} />
        </Field>
        <Button type="submit" variant="primary" busy={create.isPending} className="mt-2">
          Create the admin
        </Button>
      </form>
    </Doorstep>
  );
}
