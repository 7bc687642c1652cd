// What stays of a list of choices while somebody types. Pure.
export interface Choice {
  id: string;
  label: string;
  /** What else it may be found by. */
  words?: string;
  group?: string;
  /** Stays whatever is typed, because it depends on it. */
  always?: boolean;
}

/** Every typed word must begin a word of the choice; the order stays, so that nothing jumps about. */
export function matching<C extends Choice>(choices: C[], typed: string): C[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return choices;
  return choices.filter((choice) => {
    if (choice.always) return true;
    const words = wordsIn(`${choice.label} ${choice.words ?? ""}`);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
}

export interface Group<C> {
  name: string;
  choices: C[];
}

/** Neighbours with the same group stand together under its name. */
export function grouped<C extends Choice>(choices: C[]): Group<C>[] {
  const groups: Group<C>[] = [];
  for (const choice of choices) {
    const last = groups.at(-1);
    if (last && last.name === (choice.group ?? "")) last.choices.push(choice);
    else groups.push({ name: choice.group ?? "", choices: [choice] });
  }
  return groups;
}

function wordsIn(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Without capitals and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
