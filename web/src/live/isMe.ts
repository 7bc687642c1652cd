// Whether somebody is whoever is signed in. Admins and an app's people are numbered apart: the number alone does not say.
import type { Me, Person } from "../api";

export function isMe({ id, kind }: Pick<Person, "id" | "kind">, me: Me | null): boolean {
  return me !== null && id === me.id && kind === me.kind;
}
