import { expect, test } from "vitest";
import { createMemory, keptShelf, type Shelf } from "./memory";

const full: Shelf = {
  getItem: () => null,
  setItem() {
    throw new Error("full");
  },
  removeItem: () => undefined,
};

test("what does not fit is remembered while the page lives", () => {
  const memory = createMemory(full);
  memory.write("a", [1]);
  expect(memory.read("a")).toEqual([1]);
  memory.forget("a");
  expect(memory.read("a")).toBeNull();
});

test("a kept shelf comes back from its text, and is nothing when it is empty", () => {
  let text: string | null = null;
  const open = () => createMemory(keptShelf(text, (changed) => (text = changed)));
  open().write("a", { b: 1 });
  expect(open().read("a")).toEqual({ b: 1 });
  open().forget("a");
  expect(text).toBeNull();
});

test("a text that nobody here wrote is an empty shelf", () => {
  expect(createMemory(keptShelf("{broken", () => undefined)).read("a")).toBeNull();
});
