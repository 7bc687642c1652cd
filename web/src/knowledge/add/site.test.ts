import { expect, it } from "vitest";
import { checkSite, siteOf, type SiteDraft } from "./site";

const DRAFT: SiteDraft = { address: "https://fernhill.example/help", scope: "site", depth_max: 3, pages_max: 200, every_hours: "168" };

it("takes an address without its scheme, as people write it", () => {
  expect(checkSite({ ...DRAFT, address: " fernhill.example/help " })).toEqual({});
  expect(siteOf({ ...DRAFT, address: " fernhill.example/help " }).address).toBe("https://fernhill.example/help");
});

it("refuses what is no web address", () => {
  for (const address of ["", "  ", "ftp://fernhill.example", "javascript:alert(1)", "our website"]) {
    expect(checkSite({ ...DRAFT, address }).address, address).toBeDefined();
  }
});

it("asks for the limits of its scope alone, and sends no others", () => {
  const emptied = { ...DRAFT, depth_max: Number.NaN, pages_max: 0 };
  expect(Object.keys(checkSite(emptied))).toEqual(["depth_max", "pages_max"]);
  expect(Object.keys(checkSite({ ...emptied, scope: "sitemap" }))).toEqual(["pages_max"]);
  expect(checkSite({ ...emptied, scope: "page" })).toEqual({});
  expect(siteOf({ ...emptied, scope: "page", every_hours: "" })).toEqual({
    address: DRAFT.address,
    scope: "page",
    every_hours: null,
  });
});
