// Who the visitor is, as the website says and the server knows; and which conversation is theirs.
import type { Api } from "./api";
import type { Claim } from "./bridge";
import { type Identity, type IdentityStore, NEW, subjectOf } from "./identity";

export interface Visit {
  visitor(): Identity | null;
  /** Whether the website has vouched for this visitor, now or at an earlier visit. */
  isNamed(): boolean;
  /** The conversation that is open; null when there is none yet. */
  dialog(): string | null;
  /** Says whether this is somebody else than before, and whether the one before had a name. */
  claim(claim: Claim | null): "same" | "another" | "after_nobody";
  /** Makes this browser a visitor if it is none. */
  arrive(): Promise<Identity>;
  /** Begins a conversation; for who comes without one, their newest is taken up. It is opened unless another one is by then. */
  begin(): Promise<string>;
}

export function createVisit(api: Api, identity: IdentityStore): Visit {
  let claimed: Claim | null = null;
  const visitor = () => identity.visitor(Date.now());
  const dialog = () => {
    const known = identity.dialog();
    return visitor() && known !== NEW ? known : null;
  };

  async function arrive(): Promise<Identity> {
    const known = visitor();
    if (known) return known;
    const { token, user, expires_at } = await api.newVisitor(claimed);
    const subject = claimed?.token ? subjectOf(claimed.token) : null;
    const arrived = { token, user: user.id, expires_at, subject };
    identity.keepVisitor(arrived);
    return arrived;
  }

  /** A conversation may have been begun without this browser ever hearing so; then nothing was said in it yet. */
  async function begun(me: number): Promise<string | null> {
    const newest = (await api.dialogs()).items[0];
    if (!newest) return null;
    const { items, more } = await api.newest(newest.id);
    return more || items.some(({ sender }) => sender.id === me) ? null : newest.id;
  }

  return {
    visitor,
    isNamed: () => visitor()?.subject != null,
    dialog,
    arrive,
    claim(claim) {
      const before = visitor();
      const subject = claim?.token ? subjectOf(claim.token) : null;
      claimed = claim;
      if (!before || before.subject === subject) return "same";
      identity.forgetAll();
      return before.subject === null ? "after_nobody" : "another";
    },
    async begin() {
      const known = visitor();
      const { user, subject } = known ?? (await arrive());
      const mayHave = known !== null || subject !== null;
      const comesWithout = identity.dialog() === null;
      const found = !mayHave ? null : comesWithout ? ((await api.dialogs()).items[0]?.id ?? null) : await begun(user);
      const id = found ?? (await api.newDialog()).id;
      if (dialog() === null) identity.keepDialog(id);
      return id;
    },
  };
}
