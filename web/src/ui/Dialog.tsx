// A window above the page: a sheet from below on phones, a card in the middle elsewhere. Focus stays inside until it closes.
import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import { useRef, type FormEvent, type ReactNode } from "react";
import { IconButton } from "./Button";
import { cx } from "./classes";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  /** The buttons, in reading order; the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Makes the body a form: Enter in a field submits, and a click beside the dialog does not drop what was written. */
  onSubmit?: () => void;
  /** Closes by its buttons alone: for what cannot be seen again. */
  deliberate?: boolean;
  /** There is only something to read: the body can be focused, so that the keyboard scrolls it. */
  reading?: boolean;
  children?: ReactNode;
}

const WIDTHS = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

export function Dialog({ open, onClose, title, description, footer, size = "md", onSubmit, deliberate = false, reading = false, children }: DialogProps) {
  const opener = useRef<Element | null>(null);
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const inside = (
    <>
      {children ? (
        <div
          {...(reading && { tabIndex: 0, role: "region", "aria-label": title })}
          className="relative min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 -outline-offset-2"
        >
          {children}
        </div>
      ) : null}
      {footer ? <Footer>{footer}</Footer> : null}
    </>
  );
  return (
    <Radix.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          onCloseAutoFocus={giveFocusBack}
          onInteractOutside={(event) => (deliberate || onSubmit ? event.preventDefault() : undefined)}
          onEscapeKeyDown={(event) => (deliberate ? event.preventDefault() : undefined)}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full animate-rise flex-col rounded-t-2xl bg-raised shadow-raised focus:outline-none",
            "sm:top-1/2 sm:bottom-auto sm:max-h-[85dvh] sm:-translate-y-1/2 sm:rounded-2xl",
            WIDTHS[size],
          )}
        >
          <header className="px-5 pt-5 pb-2">
            <Radix.Title className="pr-10 text-lg font-semibold text-balance break-words">{title}</Radix.Title>
            {description ? <Radix.Description className="mt-1 break-words text-muted">{description}</Radix.Description> : null}
          </header>
          {onSubmit ? (
            <form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
              {inside}
            </form>
          ) : (
            inside
          )}
          {/* Last in the order of tabs, so that the first field has the focus when the dialog opens. */}
          <Radix.Close asChild>
            <IconButton label="Close" size="sm" className="absolute top-4 right-3.5">
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Footer({ children }: { children: ReactNode }) {
  return <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5">{children}</footer>;
}
