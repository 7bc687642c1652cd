// Between a list of words and the line that people type: commas, of any script, divide; blanks around them do not count.
const COMMA = /[,\uFF0C\u3001\u060C\n]/;

export function wordsOf(line: string): string[] {
  const words = line.split(COMMA).map((word) => word.trim().replace(/\s+/g, " "));
  return [...new Set(words.filter(Boolean))];
}

export function inOneLine(words: string[]): string {
  return words.join(", ");
}
