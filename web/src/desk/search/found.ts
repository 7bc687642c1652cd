// The words around what was found, without the marks that they were written with. Pure.
import type { Hit } from "../../api";
import { plain } from "../conversation/marked/plain";

type Part = Hit["parts"][number];

/** Signs that nobody writes stand for where a hit begins and ends while the marks around it are taken away. */
const [BEGIN, END] = ["\u{e000}", "\u{e001}"];
const SIGNS = /[\u{e000}\u{e001}]/gu;

export function withoutMarks(parts: Part[]): Part[] {
  const written = parts.map(({ text, hit }) => {
    const bare = text.replace(SIGNS, "");
    return hit ? BEGIN + bare + END : bare;
  });
  return plain(written.join(""))
    .split(BEGIN)
    .flatMap((piece, at) => {
      if (at === 0) return [{ text: piece, hit: false }];
      const [found = "", ...rest] = piece.split(END);
      return [
        { text: found, hit: true },
        { text: rest.join(""), hit: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
