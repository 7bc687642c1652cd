import { expect, test } from "vitest";
import { begunIn, withWritten, writtenIn } from "./written";

test("each conversation keeps its own unsent words", () => {
  const written = withWritten(withWritten({}, "a", "Where is"), null, "Hello");
  expect(["a", "b", null].map((place) => writtenIn(written, place))).toEqual(["Where is", "", "Hello"]);
  expect(withWritten(written, "a", "")).toEqual(withWritten({}, null, "Hello"));
});

test("what was written while a conversation began goes on in it", () => {
  const written = begunIn(withWritten({}, null, "And one more"), "a");
  expect([writtenIn(written, "a"), writtenIn(written, null)]).toEqual(["And one more", ""]);
  const meant = withWritten({}, "a", "Where is");
  expect(begunIn(meant, "a")).toBe(meant);
});
