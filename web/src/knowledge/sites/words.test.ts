import { expect, it } from "vitest";
import type { Site, SiteProgress } from "../../api";
import { countsOf, progressOf, settingsOf, whatIsNext } from "./words";

const PAGES: SiteProgress = { queued: 40, read: 120, unchanged: 3, duplicate: 0, gone: 0, failed: 2, skipped: 0, remaining_ms: 55_000 };
const SITE: Site = {
  id: "s",
  address: "https://fernhill.example/",
  scope: "site",
  depth_max: 3,
  pages_max: 200,
  every_hours: 168,
  state: "reading",
  error: null,
  pages: PAGES,
  started_at: 0,
  next_at: null,
  created_at: 0,
};

it("says what is read and how often, and only what holds for its scope", () => {
  expect(settingsOf(SITE)).toBe("Whole website, up to 200 pages, 3 links deep, read again every week");
  expect(settingsOf({ ...SITE, scope: "page", every_hours: null })).toBe("One page, read once");
  expect(settingsOf({ ...SITE, scope: "sitemap", pages_max: 1, every_hours: 36 })).toBe(
    "Pages of a sitemap, up to 1 page, read again every 36 hours",
  );
});

it("counts what was looked at, whatever came of it", () => {
  expect(progressOf(PAGES)).toEqual({ done: 125, total: 165 });
  expect(countsOf(PAGES)).toBe("120 read, 3 unchanged, 2 failed, 40 waiting");
});

it("estimates while it reads, and afterwards says when it reads again, if it does", () => {
  expect(whatIsNext(SITE)).toBe("about 55 seconds left");
  expect(whatIsNext({ ...SITE, state: "done" })).toBeNull();
  expect(whatIsNext({ ...SITE, state: "done", next_at: 1_700_000_000_000 })).toMatch(/^next time /);
});
