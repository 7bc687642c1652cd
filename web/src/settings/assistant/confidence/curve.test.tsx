import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CurveChart } from "./CurveChart";
import { CurveTable } from "./CurveTable";

const POINTS = [
  { threshold: 0.2, coverage: 1, risk: 0.08 },
  { threshold: 0.55, coverage: 0.84, risk: 0.03 },
  { threshold: 0.9, coverage: 0.2, risk: 0 },
];

it("says in words what the drawing shows at the chosen threshold", () => {
  const drawn = renderToStaticMarkup(<CurveChart points={POINTS} threshold={0.55} onChange={() => undefined} />);
  expect(drawn).toMatch(/<title[^>]*>How much is answered, and how much of it is wrong<\/title>/);
  expect(drawn).toMatch(/<desc[^>]*>[^<]*At 55%: Answers about 84 of 100 answerable questions; about 3 of 100 answers are wrong\./);
});

it("has every point as a row of numbers", () => {
  const table = renderToStaticMarkup(<CurveTable points={POINTS} />);
  for (const cell of ["20%", "84%", "3.0%", "0.0%"]) expect(table).toContain(`>${cell}<`);
});
