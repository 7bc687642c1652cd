// How a visitor comes: whom the website vouches for, whether the server believes it, and what conversation is taken up again.
import type { Api } from "./api";
import type { Archive } from "./archive";
import type { Claim } from "./bridge";
import { Refused } from "./call";
import type { IdentityStore } from "./identity";
import type { Outbox } from "./outbox";
import { persevere } from "./persevere";
import { ABOUT_IDENTITY } from "./refusals";
import type { Server } from "./server";
import type { Action, State } from "./state";
import type { Store } from "./store";
import type { Uploads } from "./uploads";
import type { Visit } from "./visit";
import type { Problem } from "./wire";

interface Parts {
  api: Api;
  visit: Visit;
  identity: IdentityStore;
  archive: Archive;
  outbox: Outbox;
  uploads: Uploads;
  store: Store<State, Action>;
  server: Server;
  onTrouble(error: unknown): void;
  /** For whoever builds the website. */
  hint(hint: string): void;
}

export type Arrival = ReturnType<typeof createArrival>;

export function createArrival({ api, visit, identity, archive, outbox, uploads, store, server, onTrouble, hint }: Parts) {
  const { dispatch, state } = store;
  const isKnown = () => visit.dialog() !== null;
  const mayBeKnown = () => state().signedIn === "yes" && identity.dialog() === null;

  /** What somebody with a name has not sent yet is not sent in the name of another. */
  function accept(claim: Claim | null) {
    const before = visit.claim(claim);
    dispatch({ type: "signed_in", signedIn: claim?.token ? "yes" : "no" });
    if (before === "same") return;
    if (before === "another") outbox.clear();
    uploads.clear();
    server.startOver();
  }

  /** Takes up the conversation that this browser remembers, or that the signed-in customer had elsewhere. */
  async function comeBack() {
    if (!isKnown() && !mayBeKnown()) return void archive.load();
    const back = async () => {
      if (!isKnown() && mayBeKnown()) await findEarlier();
      if (isKnown()) await server.mending(() => server.openDialog());
      await archive.load();
    };
    await persevere(back, onTrouble).catch((error) => {
      if (!(error instanceof Refused)) throw error;
      refused(error.problem);
    });
  }

  async function findEarlier() {
    await visit.arrive();
    const newest = (await server.mending(() => api.dialogs())).items[0];
    if (newest) identity.keepDialog(newest.id);
  }

  function refused({ reason, detail }: Problem) {
    if (!ABOUT_IDENTITY.includes(reason ?? "")) return;
    hint(`the visitor was refused. ${detail}`);
    if (state().signedIn === "yes") dispatch({ type: "signed_in", signedIn: "refused" });
  }

  return { accept, comeBack, refused };
}
