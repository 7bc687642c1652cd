// The secret with which the called program checks that it is us.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api";
import { Button, ConfirmDialog, ShownOnce } from "../../ui";

export function SigningSecret({ app }: { app: number }) {
  const [asking, setAsking] = useState(false);
  const make = useMutation({ mutationFn: () => api.post<{ secret: string }>(`/apps/${app}/notifications/secret`) });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="text-muted">The signing secret is shown only when it is made.</span>
      <Button size="sm" onClick={() => setAsking(true)}>
        Make a new signing secret
      </Button>
      <ConfirmDialog
        open={asking}
        title="Make a new signing secret?"
        action="Make a new one"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => make.mutateAsync()}
      >
        If there is one already, it stops working at once: your program refuses calls until it knows the new one.
      </ConfirmDialog>
      {make.data ? (
        <ShownOnce title="The signing secret" secrets={[{ label: "Signing secret", text: make.data.secret }]} onClose={make.reset}>
          It is shown only now. Your program checks the signature of each call with it.
        </ShownOnce>
      ) : null}
    </div>
  );
}
