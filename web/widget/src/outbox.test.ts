import { expect, test } from "vitest";
import { createMemory, keptShelf } from "./memory";
import { createOutbox, type Say, type Wish } from "./outbox";

const say = (id: string, dialog: string | null = null): Say => ({
  kind: "say",
  id,
  dialog,
  text: `text of ${id}`,
  attachments: [],
  written_at: 0,
  refusal: null,
});
const person = (id: string, dialog: string | null = null): Wish => ({ kind: "person", id, dialog });
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

test("a person is asked for once in each conversation", () => {
  const [outbox] = twoTabs();
  for (const wish of [person("a", "one"), person("b", "two"), person("c", "one")]) outbox.add(wish);
  expect(ids(outbox.all())).toEqual(["a", "b"]);
});

test("what was written before a conversation began goes to it, and to no other", () => {
  const [outbox] = twoTabs();
  for (const wish of [say("a"), say("b", "earlier")]) outbox.add(wish);
  outbox.move(null, "begun");
  expect(outbox.all().map(({ dialog }) => dialog)).toEqual(["begun", "earlier"]);
});
