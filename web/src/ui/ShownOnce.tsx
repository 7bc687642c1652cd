// A secret that is shown this one time: the dialog closes only on purpose.
import type { ReactNode } from "react";
import { Button } from "./Button";
import { CopyBox } from "./Copy";
import { Dialog } from "./Dialog";

interface ShownOnceProps {
  title: string;
  /** What it is and where it goes. */
  children: ReactNode;
  secrets: { label: string; text: string }[];
  onClose: () => void;
}

export function ShownOnce({ title, children, secrets, onClose }: ShownOnceProps) {
  return (
    <Dialog
      open
      deliberate
      onClose={onClose}
      title={title}
      description={children}
      footer={
        <Button variant="primary" onClick={onClose}>
          I have kept it
        </Button>
      }
    >
      <dl className="flex flex-col gap-4">
        {secrets.map((secret) => (
          <div key={secret.label} className="flex flex-col gap-1.5">
            <dt className="text-sm font-medium text-muted">{secret.label}</dt>
            <dd>
              <CopyBox label={secret.label} text={secret.text} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
