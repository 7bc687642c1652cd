import { beforeEach, expect, test, vi } from "vitest";
import { createEars } from "./ears";
import { takeCalls, type Verbs } from "./queue";
import { countInTitle } from "./title";

const verbs = () => ({ open: vi.fn(), close: vi.fn(), identify: vi.fn(), on: vi.fn(), off: vi.fn(), setLanguage: vi.fn(), preview: vi.fn() });

beforeEach(() => {
  vi.stubGlobal("window", {});
  vi.stubGlobal("document", { title: "Shop" });
});

test("calls from before the script was there are made in their order", () => {
  const mine = verbs();
  window.Baton = [["identify", "token" as never], ["open"]];
  takeCalls(mine as unknown as Verbs);
  expect(mine.identify).toHaveBeenCalledWith("token");
  expect(mine.identify.mock.invocationCallOrder[0]).toBeLessThan(mine.open.mock.invocationCallOrder[0]!);
});

test("the queue goes on to work when nothing waits in it any more", () => {
  const mine = verbs();
  takeCalls(mine as unknown as Verbs);
  window.Baton!.push(["setLanguage", "de" as never]);
  expect(mine.setLanguage).toHaveBeenCalledWith("de");
});

test("a call that nobody knows is no trouble to the next one", () => {
  const mine = verbs();
  window.Baton = [["dance" as never], ["open"]];
  takeCalls(mine as unknown as Verbs);
  expect(mine.open).toHaveBeenCalled();
});

test("who listens hears, who has stopped does not", () => {
  const ears = createEars();
  const [one, other] = [vi.fn(), vi.fn()];
  ears.on("unread", one);
  ears.on("unread", other);
  ears.off("unread", other);
  ears.tell("unread", 2);
  expect(one).toHaveBeenCalledWith(2);
  expect(other).not.toHaveBeenCalled();
});

test("the number stands before the title once, and goes again", () => {
  for (const count of [1, 12]) countInTitle(count);
  expect(document.title).toBe("(12) Shop");
  countInTitle(0);
  expect(document.title).toBe("Shop");
});
