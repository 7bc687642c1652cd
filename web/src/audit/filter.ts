// Which entries are looked for: as the address says it, and as the server is asked.
export interface Filter {
  /** A kind of actor, or one of them: "admin", "agent:7". */
  actor: string;
  /** The beginning of an action: "assistant". */
  action: string;
  /** Days of the reader's calendar, both included: "2026-03-01". */
  from: string;
  to: string;
}

export const FIELDS = ["actor", "action", "from", "to"] as const satisfies (keyof Filter)[];

export function filterOf(params: URLSearchParams): Filter {
  const [actor = "", action = "", from = "", to = ""] = FIELDS.map((name) => params.get(name) ?? "");
  return { actor, action, from: isDay(from) ? from : "", to: isDay(to) ? to : "" };
}

export function isFiltered(filter: Filter): boolean {
  return FIELDS.some((name) => filter[name] !== "");
}

/** The last day is meant as a whole, so it ends where the next one begins. */
export function queryOf({ actor, action, from, to }: Filter): Record<string, string | undefined> {
  return {
    actor: actor || undefined,
    action: action || undefined,
    from: from ? String(startOf(from, 0)) : undefined,
    to: to ? String(startOf(to, 1)) : undefined,
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
