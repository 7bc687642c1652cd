// A conversation with the real widget, in a window of its own as a customer has it, while this page waits for the handover.
import { ExternalLink } from "lucide-react";
import { useState, type MouseEvent } from "react";
import { LinkButton, Spinner } from "../../ui";

const WINDOW = "popup,width=420,height=720";

interface TryHandoverProps {
  app: number;
  assistant: string | null;
}

export function TryHandover({ app, assistant }: TryHandoverProps) {
  const [opened, setOpened] = useState(false);
  if (assistant === null) return <Spinner />;
  const address = `/widget/?${new URLSearchParams({ app: String(app), assistant })}`;
  const open = (event: MouseEvent) => {
    setOpened(true);
    // Where windows of their own are not allowed, the link opens a tab.
    if (window.open(address, "baton-test", WINDOW)) event.preventDefault();
  };
  return (
    <div className="flex min-w-0 flex-col items-start gap-3">
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href={address} newTab icon={<ExternalLink aria-hidden className="size-4" />} onClick={open}>
          Open the chat as a customer
        </LinkButton>
        <LinkButton href={`/desk/queue?app=${app}`} newTab>
          Watch at the Agent Desk
        </LinkButton>
      </div>
      {opened ? (
        <p role="status" className="flex items-center gap-2.5 text-muted">
          <span aria-hidden className="size-2 shrink-0 animate-pulse rounded-full bg-accent" />
          Waiting for the handover. Ask something, then click “Talk to a person” in the chat.
        </p>
      ) : null}
    </div>
  );
}
