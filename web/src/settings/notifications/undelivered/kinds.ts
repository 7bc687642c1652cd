// What was to be done, in words.
const KINDS: Record<string, string> = {
  mail: "E-mail to the team",
  reply: "E-mail to a customer",
  push: "Notification in a browser",
  notice: "Call of your webhook",
  webhook: "Unanswered question to an AI Agent's webhook",
  ask: "Answer of an AI Agent",
  index: "Reading a source of knowledge",
  read_site: "Reading a website",
};

export function kindInWords(kind: string): string {
  return KINDS[kind] ?? "Other work";
}
