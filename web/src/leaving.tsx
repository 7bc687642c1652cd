// Asks before unsaved changes are lost: on links, on the browser's back button, and when the tab closes.
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Router } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { ConfirmDialog } from "./ui";

/** The address of the page that has unsaved changes. */
const UnsavedAt = createContext<RefObject<string | null>>({ current: null });

/** A page calls this with true while it holds changes that are not saved. */
export function useUnsavedChanges(unsaved: boolean) {
  const unsavedAt = use(UnsavedAt);
  useEffect(() => {
    unsavedAt.current = unsaved ? location.href : null;
    return () => {
      unsavedAt.current = null;
    };
  }, [unsaved, unsavedAt]);
}

export function LeaveGuard({ children }: { children: ReactNode }) {
  const unsavedAt = useRef<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const stay = useCallback(() => setWanted(null), []);

  useEffect(() => {
    const beforeClose = (event: BeforeUnloadEvent) => {
      if (unsavedAt.current) event.preventDefault();
    };
    const beforeBack = (event: PopStateEvent) => {
      if (!unsavedAt.current) return;
      // The browser has already moved; put the address back before anything is drawn for the other one.
      event.stopImmediatePropagation();
      const target = location.href;
      history.pushState(null, "", unsavedAt.current);
      setWanted(target);
    };
    addEventListener("beforeunload", beforeClose);
    addEventListener("popstate", beforeBack, { capture: true });
    return () => {
      removeEventListener("beforeunload", beforeClose);
      removeEventListener("popstate", beforeBack, { capture: true });
    };
  }, []);

  const leave = () => {
    unsavedAt.current = null;
    if (wanted) navigate(wanted);
  };

  return (
    <UnsavedAt value={unsavedAt}>
      <Router aroundNav={(go, to, options) => (unsavedAt.current ? setWanted(to) : go(to, options))}>{children}</Router>
      <ConfirmDialog
        open={wanted !== null}
        title="Leave without saving?"
        action="Leave"
        cancel="Stay"
        danger
        onClose={stay}
        onConfirm={leave}
      >
        Your changes on this page are not saved yet. If you leave, they are lost.
      </ConfirmDialog>
    </UnsavedAt>
  );
}
