import type { Label } from "../../api";
import { expect, it } from "vitest";
import { nextColour } from "./colours";

const label = (colour: Label["colour"]) => ({ id: 1, name: colour, colour });

it("gives a new label a colour that none has yet, and then one that few have", () => {
  expect(nextColour([])).toBe("blue");
  expect(nextColour([label("blue"), label("green")])).toBe("orange");
  const all = (["blue", "green", "orange", "purple", "red", "yellow", "pink", "gray"] as const).map(label);
  expect(nextColour([...all, label("blue")])).toBe("green");
});
