// Sections with texts, and beside them the preview, which follows the text that is being written.
import { useState, type FocusEvent, type ReactNode } from "react";
import { Beside } from "../../../ui";
import type { Draft } from "../draft";
import { Preview, type Shown } from "./Preview";
import { sceneOf } from "./scenes";

export function BesidePreview({ draft, children }: { draft: Draft; children: ReactNode }) {
  const [shown, setShown] = useState<Shown>({ scene: "start", language: "" });
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    const scene = sceneOf(target.closest<HTMLElement>("[data-text]")?.dataset.text);
    if (scene) setShown({ scene, language: target.lang });
  };
  return (
    <Beside label="Preview" beside={<Preview draft={draft} shown={shown} onShow={setShown} />}>
      <div className="flex flex-col gap-5" onFocus={follow}>
        {children}
      </div>
    </Beside>
  );
}
