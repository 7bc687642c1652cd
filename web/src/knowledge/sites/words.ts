// Websites in words: what is read of them, how far that is, and when it happens again.
import type { Site, SitePage, SiteProgress } from "../../api";
import { dateTime, duration } from "../../ui";
import { counted, plural } from "../overview/sentences";

export const SCOPES: Record<Site["scope"], string> = {
  page: "One page",
  sitemap: "Pages of a sitemap",
  site: "Whole website",
};

const HOURS: Record<number, string> = { 24: "every day", 168: "every week", 720: "every month" };

/** "Whole website, up to 200 pages, 3 links deep, read again every week". */
export function settingsOf({ scope, pages_max, depth_max, every_hours }: Site): string {
  const parts = [SCOPES[scope]];
  if (scope !== "page") parts.push(`up to ${plural(pages_max, "page")}`);
  if (scope === "site") parts.push(`${plural(depth_max, "link")} deep`);
  parts.push(every_hours === null ? "read once" : `read again ${HOURS[every_hours] ?? `every ${every_hours} hours`}`);
  return parts.join(", ");
}

/** What has been looked at, and everything that will be as far as that is known. */
export function progressOf(pages: SiteProgress): { done: number; total: number } {
  const done = pages.read + pages.unchanged + pages.duplicate + pages.gone + pages.failed + pages.skipped;
  return { done, total: done + pages.queued };
}

const COUNTS: [name: SitePage["state"], word: string][] = [
  ["read", "read"],
  ["unchanged", "unchanged"],
  ["duplicate", "the same as others"],
  ["gone", "gone"],
  ["skipped", "skipped"],
  ["failed", "failed"],
  ["queued", "waiting"],
];

/** "120 read, 3 unchanged, 40 waiting": nothing of which there is none. */
export function countsOf(pages: SiteProgress): string {
  const parts = COUNTS.filter(([name]) => pages[name] > 0).map(([name, word]) => `${counted(pages[name])} ${word}`);
  return parts.length > 0 ? parts.join(", ") : "no pages yet";
}

export function whatIsNext({ state, pages, next_at }: Site): string | null {
  if (state === "reading") return pages.remaining_ms === null ? null : `about ${duration(pages.remaining_ms)} left`;
  return next_at === null ? null : `next time ${dateTime(next_at)}`;
}

export const PAGE_STATES: Record<SitePage["state"], string> = {
  queued: "Waiting",
  read: "Read",
  unchanged: "Unchanged",
  duplicate: "Same as another",
  gone: "Gone",
  failed: "Failed",
  skipped: "Skipped",
};
