// The dialogs for what an admin can do with one agent: edit, reset the password, disable, enable.
import { useState } from "react";
import type { Agent } from "../api";
import { ConfirmDialog, ShownOnce, toast } from "../ui";
import { useChangeAgent, useResetPassword } from "./agents";
import { EditAgent } from "./EditAgent";

export interface Wish {
  kind: "edit" | "reset" | "disable" | "enable";
  agent: Agent;
}

interface AgentWishesProps {
  app: number;
  wish: Wish | null;
  onClose: () => void;
}

export function AgentWishes({ app, wish, onClose }: AgentWishesProps) {
  const change = useChangeAgent(app);
  const reset = useResetPassword(app);
  const [made, setMade] = useState<{ agent: Agent; password: string } | null>(null);
  const name = wish?.agent.full_name ?? "";

  const setDisabled = async (disabled: boolean) => {
    if (!wish) return;
    await change.mutateAsync({ id: wish.agent.id, disabled });
    toast.done(disabled ? `${name} is disabled.` : `${name} can work again.`);
  };
  const resetPassword = async () => {
    if (!wish) return;
    const { password } = await reset.mutateAsync(wish.agent);
    if (password) setMade({ agent: wish.agent, password });
  };

  return (
    <>
      {wish?.kind === "edit" ? <EditAgent app={app} agent={wish.agent} onClose={onClose} /> : null}
      <ConfirmDialog
        open={wish?.kind === "disable"}
        title={`Disable ${name}?`}
        action="Disable"
        danger
        onClose={onClose}
        onConfirm={() => setDisabled(true)}
      >
        They are signed out, get no more conversations and cannot sign in. You can enable them again at any time.
      </ConfirmDialog>
      <ConfirmDialog
        open={wish?.kind === "enable"}
        title={`Enable ${name}?`}
        action="Enable"
        onClose={onClose}
        onConfirm={() => setDisabled(false)}
      >
        They can sign in again and get conversations.
      </ConfirmDialog>
      <ConfirmDialog
        open={wish?.kind === "reset"}
        title={`Reset the password of ${name}?`}
        action="Reset password"
        danger
        onClose={onClose}
        onConfirm={resetPassword}
      >
        They are signed out everywhere. You get a new password to pass on to them.
      </ConfirmDialog>
      {made ? <PasswordOnce agent={made.agent} password={made.password} onClose={() => setMade(null)} /> : null}
    </>
  );
}

interface PasswordOnceProps {
  agent: Agent;
  password: string;
  onClose: () => void;
}

export function PasswordOnce({ agent, password, onClose }: PasswordOnceProps) {
  return (
    <ShownOnce
      title={`A password for ${agent.full_name}`}
      secrets={[
        { label: "E-mail", text: agent.email ?? "" },
        { label: "Password", text: password },
      ]}
      onClose={onClose}
    >
      The password is shown only now. Pass it on; they can change it after they have signed in at {location.origin}.
    </ShownOnce>
  );
}
