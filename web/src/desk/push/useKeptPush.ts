// While the desk is open: keeps this device's notifications going, and opens what somebody clicked on among them.
import { useEffect } from "react";
import { useLocation } from "wouter";
import { keepPush } from "../../push";
import { useSeat } from "../seat";

export function useKeptPush() {
  const { kind, id } = useSeat().me;
  const [, navigate] = useLocation();
  useEffect(() => {
    // Nobody asked for it just now; the switch says how it stands.
    void keepPush({ kind, id }).catch(() => undefined);
  }, [kind, id]);
  useEffect(() => {
    const workers = navigator.serviceWorker;
    const hear = ({ data }: MessageEvent<{ type: string; dialog: string | null }>) => {
      if (data.type === "open") navigate(data.dialog ? `/desk/mine/${data.dialog}` : "/desk");
    };
    workers?.addEventListener("message", hear);
    return () => workers?.removeEventListener("message", hear);
  }, [navigate]);
}
