// What is being written, and beside it what comes of it. Where there is no room for both, that opens behind a button.
import { Eye } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

interface BesideProps {
  /** On the button, and what the part at the side is called. */
  label: string;
  beside: ReactNode;
  children: ReactNode;
}

export function Beside({ label, beside, children }: BesideProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="@container">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {children}
          <Button
            icon={<Eye aria-hidden className="size-4" />}
            className="sticky bottom-20 z-5 self-end rounded-full! shadow-raised max-md:h-11 @4xl:hidden"
            onClick={() => setOpen(true)}
          >
            {label}
          </Button>
        </div>
        <aside aria-label={label} className="hidden @4xl:block">
          <div className="sticky top-6">{beside}</div>
        </aside>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={label} size="sm">
        {beside}
      </Dialog>
    </div>
  );
}
