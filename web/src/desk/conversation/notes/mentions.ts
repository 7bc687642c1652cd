// Whom a note mentions: colleagues whose names stand in it after an @. Pure.
export interface Named {
  id: number;
  full_name: string;
}

/** The longest names first, so that "@Ana Keller" does not also mean an Ana. */
export function mentionsIn(text: string, people: readonly Named[]): Named[] {
  const found: Named[] = [];
  let rest = text;
  for (const person of people.toSorted((one, other) => other.full_name.length - one.full_name.length)) {
    const at = `@${person.full_name}`;
    const isNamesake = found.some((other) => other.full_name === person.full_name);
    if (!isNamesake && !stands(rest, at)) continue;
    found.push(person);
    if (!isNamesake) rest = without(rest, at);
  }
  return people.filter((person) => found.includes(person));
}

function stands(text: string, at: string): boolean {
  return placesOf(text, at).length > 0;
}

function without(text: string, at: string): string {
  return placesOf(text, at).reduceRight((rest, from) => `${rest.slice(0, from)} ${rest.slice(from + at.length)}`, text);
}

/** Neither within an address nor at the beginning of a longer name. */
function placesOf(text: string, at: string): number[] {
  const places: number[] = [];
  for (let from = text.indexOf(at); from !== -1; from = text.indexOf(at, from + at.length)) {
    if (!isLetter(text[from - 1]) && !isLetter(text[from + at.length])) places.push(from);
  }
  return places;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
