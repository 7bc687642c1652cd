// Nothing here yet, or it could not be loaded: says so, and what to do next.
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./Button";
import { CenteredSpinner } from "./Spinner";
import { useOnline } from "./useOnline";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      {icon ? <div className="mb-1 text-faint [&_svg]:size-8 [&_svg]:stroke-[1.5]">{icon}</div> : null}
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="max-w-md text-muted text-pretty">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}

/** Without a connection this is no error: it comes by itself when that is back. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!useOnline()) return <CenteredSpinner />;
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleAlert />}
        title="This could not be loaded"
        action={onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
      >
        {error instanceof Error ? error.message : "Something unexpected happened."}
      </EmptyState>
    </div>
  );
}
