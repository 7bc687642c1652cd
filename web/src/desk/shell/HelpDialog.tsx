// All keys of the desk on one card.
import { cx, Dialog, Key } from "../../ui";
import { PALETTE_KEY } from "../palette/usePaletteKey";
import { CTRL, EVERYWHERE, SHORTCUTS } from "../shortcuts";

type Keys = [key: string, what: string][];

const WRITING: Keys = [
  ["Enter", "Send the reply or add the note"],
  [`${CTRL} Enter`, "Send it at once, for good"],
  ["Shift Enter", "Begin a new line"],
  [`${CTRL} Z`, "In an empty field, take a reply back"],
  ["/", "A canned reply, in a reply"],
  ["@", "Mention a colleague, in a note"],
  [":", "An emoji by its name"],
  ["Esc", "Leave the field"],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const desk: Keys = [[PALETTE_KEY, "All commands, and conversations by name"], ...SHORTCUTS.filter(([key]) => EVERYWHERE.has(key))];
  return (
    <Dialog open onClose={onClose} size="lg" title="Keyboard shortcuts" reading>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <Part title="Desk" keys={desk} />
        <Part title="Open conversation" keys={SHORTCUTS.filter(([key]) => !EVERYWHERE.has(key))} />
        <Part wide title="While you write" keys={WRITING} />
      </div>
    </Dialog>
  );
}

/** A wide one stands in both columns. */
function Part({ title, keys, wide }: { title: string; keys: Keys; wide?: boolean }) {
  return (
    <section className={cx(wide && "sm:col-span-2")}>
      <h3 className="mb-2 text-sm font-semibold text-muted">{title}</h3>
      <dl className={cx("grid gap-x-10 gap-y-2", wide && "sm:grid-cols-2")}>
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
