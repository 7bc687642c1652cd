// Sections with texts, and beside them the preview, which follows the text that is being written. Where there is no room, it opens.
import { Eye } from "lucide-react";
import { useState, type FocusEvent, type ReactNode } from "react";
import { Button, Dialog } from "../../../ui";
import type { Draft } from "../draft";
import { Preview, type Shown } from "./Preview";
import { sceneOf } from "./scenes";

export function BesidePreview({ draft, children }: { draft: Draft; children: ReactNode }) {
  const [shown, setShown] = useState<Shown>({ scene: "start", language: "" });
  const [open, setOpen] = useState(false);
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    const scene = sceneOf(target.closest<HTMLElement>("[data-text]")?.dataset.text);
    if (scene) setShown({ scene, language: target.lang });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 min-[1400px]:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex min-w-0 flex-col gap-5" onFocus={follow}>
        {children}
      </div>
      <aside aria-label="Preview" className="hidden min-[1400px]:block">
        <div className="sticky top-6">
          <Preview draft={draft} shown={shown} onShow={setShown} />
        </div>
      </aside>
      <div className="pointer-events-none sticky bottom-20 z-10 -mt-16 flex justify-end min-[1400px]:hidden">
        <Button
          icon={<Eye aria-hidden className="size-4" />}
          className="pointer-events-auto rounded-full shadow-raised max-md:h-11"
          onClick={() => setOpen(true)}
        >
          Preview
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title="Preview" size="sm">
        <Preview draft={draft} shown={shown} onShow={setShown} />
      </Dialog>
    </div>
  );
}
