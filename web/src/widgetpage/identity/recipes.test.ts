import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RECIPES } from "./recipes";

const document = readFileSync(new URL("../../../../docs/widget.md", import.meta.url), "utf8");

test.each(RECIPES)("the documentation signs in $name as the Dashboard does", ({ code }) => {
  expect(document).toContain(`\n${code}\n\`\`\`\n`);
});
