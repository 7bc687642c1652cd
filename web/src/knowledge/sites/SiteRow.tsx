// One website: what is read of it, how far that is, what went wrong, and the wishes about it.
import { ListTree, RotateCw, Trash2, X } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Site } from "../../api";
import { ago, Badge, Button, ConfirmDialog, IconButton, Progress, toast, type Tone } from "../../ui";
import { SitePages } from "./SitePages";
import { useCancelSite, useReadSite, useRemoveSite } from "./sites";
import { countsOf, progressOf, settingsOf, whatIsNext } from "./words";

const STATES: Record<Site["state"], { label: string; tone: Tone }> = {
  reading: { label: "Being read", tone: "accent" },
  done: { label: "Read", tone: "ok" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  failed: { label: "Failed", tone: "danger" },
};

type Opened = "pages" | "removing" | null;

export function SiteRow({ app, site }: { app: number; site: Site }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { label, tone } = STATES[site.state];
  return (
    <li className="flex flex-col gap-3 px-5 py-4 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium wrap-anywhere">{site.address}</span>
            <Badge tone={tone} dot={site.state === "reading"}>
              {label}
            </Badge>
          </p>
          <p className="mt-1 text-sm text-muted">{settingsOf(site)}</p>
        </div>
        <SiteWishes app={app} site={site} onOpen={setOpened} />
      </div>
      {site.error ? <p className="text-sm wrap-anywhere text-danger">{site.error}</p> : null}
      <SiteProgress app={app} site={site} />
      {opened === "pages" ? <SitePages app={app} site={site} onClose={close} /> : null}
      {opened === "removing" ? <RemoveSite app={app} site={site} onClose={close} /> : null}
    </li>
  );
}

function SiteProgress({ app, site }: { app: number; site: Site }) {
  const { done, total } = progressOf(site.pages);
  const next = whatIsNext(site);
  return (
    <div className="flex flex-col gap-2">
      {site.state === "reading" ? <Progress label={`Reading ${site.address}`} done={done} total={total || null} /> : null}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        <span className="tabular-nums">{countsOf(site.pages)}</span>
        {next ? <span>{next}</span> : null}
        {site.state === "done" ? <span>begun {ago(site.started_at)}</span> : null}
        <Link href={`/apps/${app}/knowledge?site=${site.id}`} className="text-accent-ink underline underline-offset-2">
          Show its sources
        </Link>
      </p>
    </div>
  );
}

function SiteWishes({ app, site, onOpen }: { app: number; site: Site; onOpen: (opened: Opened) => void }) {
  const read = useReadSite(app);
  const cancel = useCancelSite(app);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" icon={<ListTree className="size-4" />} onClick={() => onOpen("pages")}>
        Pages
      </Button>
      {site.state === "reading" ? (
        <Button size="sm" icon={<X className="size-4" />} busy={cancel.isPending} onClick={() => cancel.mutate(site, { onError: toast.failed })}>
          Cancel
        </Button>
      ) : (
        <Button size="sm" icon={<RotateCw className="size-4" />} busy={read.isPending} onClick={() => read.mutate(site, { onError: toast.failed })}>
          Read again
        </Button>
      )}
      <IconButton size="sm" label={`Remove ${site.address}`} onClick={() => onOpen("removing")}>
        <Trash2 />
      </IconButton>
    </div>
  );
}

function RemoveSite({ app, site, onClose }: { app: number; site: Site; onClose: () => void }) {
  const remove = useRemoveSite(app);
  return (
    <ConfirmDialog
      open
      title={`Remove ${site.address}?`}
      action="Remove"
      danger
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync(site);
        toast.done("The website and its knowledge are removed.");
      }}
    >
      Everything that was read from it goes with it: AI Agents stop answering from these pages at once. This cannot be undone.
    </ConfirmDialog>
  );
}
