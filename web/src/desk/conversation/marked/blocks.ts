// What a text is made of: paragraphs, lists, quotes, blocks of code. Pure; knows nothing of how it looks.
export type Block =
  | { kind: "paragraph" | "quote" | "code"; text: string }
  | { kind: "list"; first: number | null; items: string[] };

const FENCE = /^\s{0,3}```/;
const QUOTE = /^>\s?/;
const BULLET = /^\s{0,3}[-*•]\s+(?=\S)/;
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)/;

export function blocks(text: string): Block[] {
  const lines = text.split("\n");
  const found: Block[] = [];
  while (lines.length > 0) {
    if (lines[0]?.trim() === "") lines.shift();
    else found.push(nextBlock(lines));
  }
  return found;
}

/** Takes at least one line off. */
function nextBlock(lines: string[]): Block {
  const line = lines[0] ?? "";
  if (FENCE.test(line)) return code(lines);
  if (QUOTE.test(line)) return { kind: "quote", text: taken(lines, QUOTE).join("\n") };
  if (BULLET.test(line)) return { kind: "list", first: null, items: taken(lines, BULLET) };
  const number = NUMBER.exec(line);
  if (number) return { kind: "list", first: Number(number[1]), items: taken(lines, NUMBER) };
  const begun = lines.findIndex((other) => other.trim() === "" || [FENCE, QUOTE, BULLET, NUMBER].some((mark) => mark.test(other)));
  return { kind: "paragraph", text: lines.splice(0, begun === -1 ? lines.length : begun).join("\n") };
}

function code(lines: string[]): Block {
  lines.shift();
  const end = lines.findIndex((line) => FENCE.test(line));
  const inside = lines.splice(0, end === -1 ? lines.length : end);
  lines.shift();
  return { kind: "code", text: inside.join("\n") };
}

function taken(lines: string[], mark: RegExp): string[] {
  const end = lines.findIndex((line) => !mark.test(line));
  return lines.splice(0, end === -1 ? lines.length : end).map((line) => line.replace(mark, ""));
}
