// All keys of the desk on one card.
import { Dialog, Key } from "../../ui";
import { PALETTE_KEY } from "../palette/usePaletteKey";
import { EVERYWHERE, SHORTCUTS } from "../shortcuts";

type Keys = [key: string, what: string][];

const IN_REPLY: Keys = [
  ["Enter", "Send the reply"],
  ["Shift + Enter", "Begin a new line"],
  ["Esc", "Leave the reply field"],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const desk: Keys = [[PALETTE_KEY, "All commands, and conversations by name"], ...SHORTCUTS.filter(([key]) => EVERYWHERE.has(key))];
  return (
    <Dialog open onClose={onClose} size="lg" title="Keyboard shortcuts">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <Part title="Desk" keys={desk} />
        <div className="flex flex-col gap-5">
          <Part title="Open conversation" keys={SHORTCUTS.filter(([key]) => !EVERYWHERE.has(key))} />
          <Part title="Reply" keys={IN_REPLY} />
        </div>
      </div>
    </Dialog>
  );
}

function Part({ title, keys }: { title: string; keys: Keys }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold text-muted">{title}</h3>
      <dl className="flex flex-col gap-2">
        {keys.map(([key, what]) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt>{what}</dt>
            <dd>
              <Key>{key}</Key>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
