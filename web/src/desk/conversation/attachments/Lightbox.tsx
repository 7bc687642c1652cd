// A picture as large as the window allows, and the others of its message beside it.
import type { Attachment } from "../../../api";
import * as Radix from "@radix-ui/react-dialog";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "../../../ui";
import { fileHref, pictureHref } from "./address";

interface LightboxProps {
  dialog: string;
  pictures: Attachment[];
  at: number;
  onMove: (at: number) => void;
  onClose: () => void;
}

export function Lightbox({ dialog, pictures, at, onMove, onClose }: LightboxProps) {
  const picture = pictures[at];
  if (!picture) return null;
  const step = (by: number) => {
    if (pictures[at + by]) onMove(at + by);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  };
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content aria-describedby={undefined} onKeyDown={press} className="fixed inset-2 z-50 flex animate-appear flex-col rounded-2xl bg-raised shadow-raised focus:outline-none sm:inset-6">
          <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-4">
            <Radix.Title className="mr-auto min-w-0 truncate font-medium">
              <bdi>{picture.name}</bdi>
            </Radix.Title>
            {pictures.length > 1 ? (
              <>
                <span className="text-sm text-muted tabular-nums">
                  {at + 1} of {pictures.length}
                </span>
                <IconButton label="Previous picture" disabled={at === 0} onClick={() => step(-1)}>
                  <ChevronLeft />
                </IconButton>
                <IconButton label="Next picture" disabled={at === pictures.length - 1} onClick={() => step(1)}>
                  <ChevronRight />
                </IconButton>
              </>
            ) : null}
            <a
              href={fileHref(dialog, picture)}
              download={picture.name}
              aria-label={`Save ${picture.name}`}
              title="Save"
              className="inline-flex size-10 items-center justify-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <Download aria-hidden className="size-[18px]" />
            </a>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="flex min-h-0 flex-1 items-center justify-center p-3">
            <img key={picture.id} src={pictureHref(dialog, picture)} alt={picture.name} className="max-h-full max-w-full object-contain" />
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
