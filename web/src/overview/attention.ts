// Where one goes to do something about what needs attention.

export interface Way {
  href: string;
  /** What one does there. */
  action: string;
}

export function wayTo({ kind, assistant }: Pick<Attention, "kind" | "assistant">, app: number): Way {
  const inApp = `/apps/${app}`;
  switch (kind) {
    case "nobody_online":
      return { href: `${inApp}/agents`, action: "See your agents" };
    case "waiting_long":
      return { href: `/desk/queue?app=${app}`, action: "Open the queue" };
    case "unanswered":
      return { href: `${inApp}/unanswered`, action: "Answer them" };
    case "dead_letters":
      return { href: `${inApp}/notifications`, action: "See what was not delivered" };
    case "failed_sources":
      return { href: `${inApp}/knowledge?state=failed`, action: "See what failed" };
    case "assistant_warning":
      return { href: assistant ? `${inApp}/assistants/${assistant}` : `${inApp}/assistants`, action: "Open its settings" };
    case "webhook_failing":
      return { href: `${inApp}/integrations`, action: "See the deliveries" };
  }
}

/** Somebody waits or will wait in vain: more than a matter of tidiness. */
export function isUrgent({ kind }: Pick<Attention, "kind">): boolean {
  return kind === "nobody_online" || kind === "waiting_long";
}import type { Attention } from "../api";

