// The languages that a text can be given in, called by their names in the browser's language.
const CODES =
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk ur vi zh".split(" ");
const NAMES = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

export function languageName(code: string): string {
  try {
    return NAMES.of(code) ?? code;
  } catch {
    // Not a language code at all: somebody set it through the API.
    return code;
  }
}

/** For a Select; without those that are taken. */
export function languageOptions(taken: string[]): { value: string; label: string }[] {
  return CODES.filter((code) => !taken.includes(code))
    .map((code) => ({ value: code, label: languageName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
