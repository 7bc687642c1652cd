// Creates an app and shows its authorization secret, this once; then goes into the app.
import { useLocation } from "wouter";
import { NameDialog, ShownOnce } from "../ui";
import { useCreateApp } from "./apps";

export function CreateApp({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const { create, tellTheList } = useCreateApp();
  const created = create.data;
  if (created) {
    return (
      <ShownOnce
        title={`${created.app.name} is ready`}
        secrets={[
          { label: "Authorization key", text: created.app.authorization_key },
          { label: "Authorization secret", text: created.authorization_secret },
        ]}
        onClose={() => {
          onClose();
          void tellTheList();
          navigate(`/apps/${created.app.id}/overview`);
        }}
      >
        Your own programs sign in with these two. The secret is shown only now; keep it in a safe place. You can make a new one in the
        app settings at any time.
      </ShownOnce>
    );
  }
  return (
    <NameDialog
      title="Create an app"
      description="An app keeps its customers, agents, AI Agents and knowledge apart from all others. Most companies need one."
      label="Name"
      hint="Usually the name of your company or product."
      action="Create app"
      error={create.error}
      busy={create.isPending}
      onClose={onClose}
      onName={(name) => create.mutate(name)}
    />
  );
}
