import { expect, test } from "vitest";
import { createIdentityStore, subjectOf } from "./identity";
import { createMemory, keptShelf } from "./memory";

const token = (payload: object) => `head.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.signature`;
const store = () => createIdentityStore(createMemory(keptShelf(null, () => undefined)), { app: "1", assistant: "a", page: null });

test("a signed token tells whom it is about, in any script", () => {
  expect(subjectOf(token({ sub: "customer-41" }))).toBe("customer-41");
  expect(subjectOf(token({ sub: "Łukasz-Ø-イダ" }))).toBe("Łukasz-Ø-イダ");
});

test("what cannot be read is about nobody else", () => {
  expect(subjectOf("no token")).toBe("no token");
});

test("a visitor is known until the day they are not", () => {
  const identity = store();
  identity.keepVisitor({ token: "t", user: 7, expires_at: 100, subject: null });
  expect(identity.visitor(99)?.user).toBe(7);
  expect(identity.visitor(100)).toBeNull();
});

test("to forget a visitor is to forget their conversation", () => {
  const identity = store();
  identity.keepVisitor({ token: "t", user: 7, expires_at: 100, subject: "customer-41" });
  identity.keepDialog("d");
  identity.forgetAll();
  expect([identity.visitor(1), identity.dialog()]).toEqual([null, null]);
});
