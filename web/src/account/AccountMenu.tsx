// The menu behind one's own name: change the password, sign out. Used by the Dashboard and the Agent Desk.
import { KeyRound, LogOut } from "lucide-react";
import { useState } from "react";
import { Avatar, Menu } from "../ui";
import { ChangePassword } from "./ChangePassword";
import { useMe, useSignOut } from "./me";

export function AccountMenu() {
  const me = useMe();
  const signOut = useSignOut();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <button type="button" title="Account" className="rounded-full">
            <Avatar name={me.full_name} />
            <span className="sr-only">Account</span>
          </button>
        }
        heading={
          <>
            <span className="block font-medium text-ink">{me.full_name}</span>
            {me.email}
          </>
        }
        items={[
          { label: "Change password", icon: <KeyRound />, onSelect: () => setChanging(true) },
          { label: "Sign out", icon: <LogOut />, onSelect: () => void signOut() },
        ]}
      />
      {changing ? <ChangePassword onClose={() => setChanging(false)} /> : null}
    </>
  );
}
