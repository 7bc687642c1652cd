// Loads the list of the visitor's conversations: the newest, and a page more each time the visitor wants older ones.
import type { Api } from "./api";
import type { History } from "./history";
import type { Visit } from "./visit";
import type { Dialog, DialogPage } from "./wire";

export interface Archive {
  /** As much of the list as is known, anew. */
  load(): Promise<void>;
  loadOlder(): Promise<void>;
}

export function createArchive(api: Pick<Api, "dialogs">, visit: Pick<Visit, "visitor">, onChange: (history: History) => void): Archive {
  let pages: DialogPage[] = [];
  let whose: number | null = null;
  let wantsOlder = false;
  let before = Promise.resolve();

  const dialogs = (): Dialog[] | null => (pages.length ? pages.flatMap(({ items }) => items) : null);
  const next = () => pages.at(-1)?.next ?? null;
  const older = () => (wantsOlder ? "loading" : next() ? "there" : "none");

  /** One after the other, so that what comes late never shortens the list. */
  function inTurn(read: () => Promise<DialogPage[]>, failed: Partial<History>): Promise<void> {
    before = before.then(async () => {
      const reader = visit.visitor()?.user ?? null;
      if (reader === null) return;
      if (reader !== whose) pages = [];
      whose = reader;
      const found = await read().catch(() => null);
      // What one visitor asked for is not for another.
      if (visit.visitor()?.user !== reader) return;
      pages = found ?? pages;
      onChange({ dialogs: dialogs(), failed: false, older: older(), ...(!found && failed) });
    });
    return before;
  }

  async function again(): Promise<DialogPage[]> {
    const found = [await api.dialogs()];
    for (let after = found[0]!.next; after && found.length < pages.length; after = found.at(-1)!.next) found.push(await api.dialogs(after));
    return found;
  }

  async function longer(): Promise<DialogPage[]> {
    const page = await api.dialogs(next()).finally(() => (wantsOlder = false));
    return [...pages, page];
  }

  return {
    load: () => inTurn(again, { failed: true }),
    async loadOlder() {
      if (wantsOlder || !next()) return;
      wantsOlder = true;
      onChange({ dialogs: dialogs(), failed: false, older: "loading" });
      await inTurn(longer, { older: "failed" });
      wantsOlder = false;
    },
  };
}
