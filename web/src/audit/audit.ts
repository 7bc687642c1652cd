// The entries of the log: page by page for people, all of them for a file.
import { api, withQuery, type Page, type AuditEntry } from "../api";
import { usePaged } from "../paging";
import { queryOf, type Filter } from "./filter";

/** More than these nobody opens in a spreadsheet; a narrower filter is the way to the rest. */
export const FILE_MAX = 10_000;

const pathOf = (app: number) => `/apps/${app}/audit`;

export function useAudit(app: number, filter: Filter) {
  return usePaged<AuditEntry>({ key: ["audit", app], path: pathOf(app), query: queryOf(filter) });
}

export async function everyEntry(app: number, filter: Filter): Promise<{ items: AuditEntry[]; isAll: boolean }> {
  const items: AuditEntry[] = [];
  let after: string | null = null;
  do {
    const page: Page<AuditEntry> = await api.get<Page<AuditEntry>>(withQuery(pathOf(app), { ...queryOf(filter), limit: 100, after }));
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < FILE_MAX);
  return { items: items.slice(0, FILE_MAX), isAll: after === null };
}
