import { expect, test } from "vitest";
import { createMemory, keptShelf } from "./memory";
import { createOutbox, type Say, type Wish } from "./outbox";

const say = (id: string): Say => ({ kind: "say", id, text: `text of ${id}`, written_at: 0, refusal: null });
const person = (id: string): Wish => ({ kind: "person", id });
const ids = (wishes: Wish[]) => wishes.map(({ id }) => id);

function twoTabs() {
  const shelf = keptShelf(null, () => undefined);
  const open = () => createOutbox(createMemory(shelf), "outbox", () => undefined);
  return [open(), open()] as const;
}

test("wishes leave in the order in which they came", () => {
  const [outbox] = twoTabs();
  for (const wish of [say("a"), person("b"), say("c")]) outbox.add(wish);
  expect(outbox.next()?.id).toBe("a");
  outbox.remove("a");
  expect(outbox.next()?.id).toBe("b");
});

test("what one tab adds, another tab does not lose", () => {
  const [one, other] = twoTabs();
  one.add(say("a"));
  other.add(say("b"));
  one.remove("a");
  expect(ids(other.all())).toEqual(["b"]);
});

test("the same message is queued once, and so is the wish for a person", () => {
  const [outbox] = twoTabs();
  for (const wish of [say("a"), say("a"), person("b"), person("c")]) outbox.add(wish);
  expect(ids(outbox.all())).toEqual(["a", "b"]);
});

test("a refused message stays to be seen but does not hold up the others", () => {
  const [outbox] = twoTabs();
  for (const id of ["a", "b"]) outbox.add(say(id));
  outbox.refuse("a", "Too long.");
  expect(outbox.next()?.id).toBe("b");
  expect(outbox.all()[0]).toMatchObject({ id: "a", refusal: "Too long." });
});
