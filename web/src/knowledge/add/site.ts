// A website as somebody writes it down, and what can be seen to be wrong with it before the server is asked.
import type { Site } from "../../api";
import type { NewSite } from "../sites/sites";

export interface SiteDraft {
  address: string;
  scope: Site["scope"];
  depth_max: number;
  pages_max: number;
  every_hours: string;
}

export type SiteErrors = Partial<Record<"address" | "depth_max" | "pages_max", string>>;

const DEPTH_MAX = 20;
const PAGES_MAX = 10_000;

export function checkSite({ address, scope, depth_max, pages_max }: SiteDraft): SiteErrors {
  const errors: SiteErrors = {};
  if (!isWebAddress(address)) errors.address = "Enter the address of a page, beginning with https://.";
  if (scope === "site" && !isCount(depth_max, 0, DEPTH_MAX)) errors.depth_max = `Enter a number from 0 to ${DEPTH_MAX}.`;
  if (scope !== "page" && !isCount(pages_max, 1, PAGES_MAX)) errors.pages_max = `Enter a number from 1 to ${PAGES_MAX}.`;
  return errors;
}

export function siteOf({ address, scope, depth_max, pages_max, every_hours }: SiteDraft): NewSite {
  return {
    address: withScheme(address),
    scope,
    ...(scope === "site" ? { depth_max } : {}),
    ...(scope === "page" ? {} : { pages_max }),
    every_hours: every_hours === "" ? null : Number(every_hours),
  };
}

/** People leave out what browsers do not show. */
function withScheme(address: string): string {
  const trimmed = address.trim();
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

function isWebAddress(address: string): boolean {
  if (!address.trim() || /\s/.test(address.trim())) return false;
  const url = URL.parse(withScheme(address));
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== "";
}

function isCount(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most;
}
