import { expect, it } from "vitest";
import type { Person } from "../../api";
import { membersInWords } from "./membersInWords";

const people = (...names: string[]) => names.map((full_name, id): Person => ({ id, full_name, kind: "agent" }));

it("names everybody in a small team, and counts who does not fit into the line", () => {
  expect(membersInWords([])).toBe("");
  expect(membersInWords(people("Ana", "Ben", "Cy"))).toBe("Ana, Ben, Cy");
  expect(membersInWords(people("Ana", "Ben", "Cy", "Dee", "Eli"))).toBe("Ana, Ben, Cy and 2 more");
});
