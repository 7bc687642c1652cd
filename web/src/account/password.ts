// The rule for passwords, as people read it and as the forms check it before the server does.
const LENGTH_MIN = 8;

export const PASSWORD_RULE = `At least ${LENGTH_MIN} characters. A few unrelated words are easy to keep and hard to guess.`;

export function passwordError(password: string): string | null {
  return [...password].length < LENGTH_MIN ? `The password needs at least ${LENGTH_MIN} characters.` : null;
}
