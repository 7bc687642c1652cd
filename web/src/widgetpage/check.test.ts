import type { WidgetSettings } from "../api";
import { expect, test } from "vitest";
import { checkWidget, errorAt, tidied } from "./check";

const PLAIN: WidgetSettings = {
  colour: null,
  position: "right",
  launcher: "bubble",
  launcher_text: { default: "" },
  title: { default: "" },
  theme: "auto",
  allowed_domains: [],
  identity: "optional",
  ask_rating: true,
  attachments: true,
};

test("settings nobody has touched are in order", () => {
  expect(checkWidget(PLAIN)).toEqual([]);
});

test("a colour has six digits, or there is none", () => {
  expect(checkWidget({ ...PLAIN, colour: "#0A7d5c" })).toEqual([]);
  expect(checkWidget({ ...PLAIN, colour: "#0a7" }).map(({ field }) => field)).toEqual(["colour"]);
});

test("what stands on the launcher is short in every language", () => {
  const launcher_text = { default: "Chat", de: "x".repeat(61) };
  expect(checkWidget({ ...PLAIN, launcher_text })).toMatchObject([{ field: "launcher_text" }]);
});

test("what the server says of a part is shown at the whole, wherever it counts from", () => {
  const errors = [{ field: "settings.widget.allowed_domains[2]", message: "must be a domain" }];
  expect(errorAt(errors, "allowed_domains")).toBe("must be a domain");
  expect(errorAt(errors, "colour")).toBeUndefined();
});

test("boxes that were left empty are not sent, save the one for everybody", () => {
  const title = { default: " Hello ", de: "  ", fr: "Bonjour " };
  expect(tidied({ ...PLAIN, title }).title).toEqual({ default: "Hello", fr: "Bonjour" });
  expect(tidied(PLAIN).title).toEqual({ default: "" });
});
