// All keys of the desk on one card.
import { Dialog } from "../../ui";
import { SHORTCUTS } from "../shortcuts";

const IN_REPLY: [key: string, what: string][] = [
  ["Enter", "Send the reply"],
  ["Shift + Enter", "Begin a new line"],
  ["Esc", "Leave the reply field"],
];

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} size="sm" title="Keyboard shortcuts">
      <dl className="flex flex-col gap-2">
        {[...SHORTCUTS, ...IN_REPLY].map(([key, what]) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt>{what}</dt>
            <dd>
              <kbd className="rounded-md border border-line bg-sunken px-2 py-0.5 font-mono text-sm">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
