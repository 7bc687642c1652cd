// All keys of the desk on one card.
import { Dialog, Key } from "../../ui";
import { PALETTE_KEY } from "../palette/usePaletteKey";
import { CTRL, EVERYWHERE, SHORTCUTS } from "../shortcuts";

type Keys = [key: string, what: string][];

const WRITING: Keys = [
  ["Enter", "Send the reply, or add the note"],
  [`${CTRL} Enter`, "Send it at once, past taking back"],
  ["Shift Enter", "Begin a new line"],
  [`${CTRL} Z`, "Take the last reply back, in an empty field"],
  ["/", "A canned reply, in a reply"],
  ["@", "Mention a colleague, in a note"],
  [":", "An emoji by its name"],
  ["Esc", "Leave the field"],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const desk: Keys = [[PALETTE_KEY, "All commands, and conversations by name"], ...SHORTCUTS.filter(([key]) => EVERYWHERE.has(key))];
  return (
    <Dialog open onClose={onClose} size="lg" title="Keyboard shortcuts">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Part title="Desk" keys={desk} />
          <Part title="Open conversation" keys={SHORTCUTS.filter(([key]) => !EVERYWHERE.has(key))} />
        </div>
        <Part title="While you write" keys={WRITING} />
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
