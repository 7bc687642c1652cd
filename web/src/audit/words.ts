// What was done, in words: made from the code of the action, so that one that is new here can be read as well.

const THINGS: Record<string, string> = {
  admin: "Admin",
  agent: "Agent",
  app: "App",
  assistant: "AI Agent",
  canned_reply: "Canned reply",
  invitation: "Invitation",
  key: "API key",
  label: "Label",
  notifications: "Notifications",
  site: "Website",
  source: "Source",
  team: "Team",
  webhook: "Webhook",
};

export const ACTORS: { kind: Actor["kind"]; one: string; all: string }[] = [
  { kind: "admin", one: "Admin", all: "All admins" },
  { kind: "agent", one: "Agent", all: "All agents" },
  { kind: "key", one: "API key", all: "All API keys" },
  { kind: "system", one: "Baton", all: "Baton itself" },
];

/** For a Select: the things that something can be done to. */
export const ACTIONS: { value: string; label: string }[] = Object.entries(THINGS)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label));

export function actionInWords(action: string): string {
  const [thing = "", ...done] = action.split(".");
  return [THINGS[thing] ?? capital(spaced(thing)), ...done.map(spaced)].join(" ");
}

export function kindInWords(kind: Actor["kind"]): string {
  return ACTORS.find((one) => one.kind === kind)?.one ?? kind;
}

/** "unanswered.handover.message.de" as a way down into the settings. */
export function fieldInWords(field: string): string {
  return capital(field.split(".").map(spaced).join(" › "));
}

/** Null where there is nothing to show. */
export function valueInWords(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "On" : "Off";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Where what was changed can be seen. */
export function wayTo(app: number, target: AuditEntry["target"]): string | null {
  switch (target?.kind) {
    case "assistant":
      return `/apps/${app}/assistants/${target.id}`;
    case "source":
      return `/apps/${app}/knowledge?source=${target.id}`;
    case "webhook":
      return `/apps/${app}/integrations/webhooks/${target.id}`;
    case "agent":
      return `/apps/${app}/agents`;
    case "team":
      return `/apps/${app}/agents/teams`;
    case "invitation":
      return `/apps/${app}/agents/invitations`;
    case "key":
      return `/apps/${app}/integrations`;
    case "label":
      return `/apps/${app}/settings/labels`;
    case "canned_reply":
      return `/apps/${app}/settings/replies`;
    default:
      return null;
  }
}

function spaced(code: string): string {
  return code.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}import type { Actor, AuditEntry } from "../api";

