import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { RECIPES } from "./recipes";

test("the recipe for Node makes a token that its secret bears out", () => {
  const code = RECIPES[0]!.code.replace(/^import .*$/m, "").replace("export ", "");
  const make = new Function("createHmac", "process", `${code}; return batonToken;`);
  const token: string = make(createHmac, { env: { BATON_IDENTITY_SECRET: "s3cret" } })({ id: 41, name: "Ida Øst", email: "ida@example.com" });
  const [head, claims, signature] = token.split(".");
  expect(createHmac("sha256", "s3cret").update(`${head}.${claims}`).digest("base64url")).toBe(signature);
  expect(JSON.parse(Buffer.from(head!, "base64url").toString())).toEqual({ alg: "HS256", typ: "JWT" });
  expect(JSON.parse(Buffer.from(claims!, "base64url").toString())).toMatchObject({ sub: "41", name: "Ida Øst" });
});

test("every recipe signs by the same rule", () => {
  expect(RECIPES.map(({ name }) => name)).toEqual(["Node", "Python", "PHP", "Ruby"]);
  for (const { code } of RECIPES) expect(code).toMatch(/HS256[^]*BATON_IDENTITY_SECRET/);
});
