// The dialog in which people change their own password.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, ApiError } from "../api";
import { Button, Dialog, Field, Input, toast } from "../ui";
import { PASSWORD_RULE, passwordError } from "./password";

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () => api.put("/me/password", { current, new: next }),
    onSuccess: () => {
      toast.done("Your password is changed.");
      onClose();
    },
  });
  const weak = passwordError(next);
  const submit = () => {
    setTried(true);
    if (!weak && current) change.mutate();
  };
  const newIsWrong = change.error instanceof ApiError && change.error.fields.some((one) => one.field === "new");

  return (
    <Dialog
      open
      onClose={onClose}
      title="Change password"
      size="sm"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            Change password
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Current password" error={tried && !current ? "Enter your current password." : newIsWrong ? null : change.error?.message}>
          <Input type="password" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />
        </Field>
        <Field label="New password" hint={PASSWORD_RULE} error={tried && weak ? weak : newIsWrong ? change.error?.message : null}>
          <Input type="password" autoComplete="new-password" value={next} onChange={(event) => setNext(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
