// Has a page, the pages of a sitemap, or a whole website read, once or again and again.
import { useState } from "react";
import { Button, Dialog, Field, Input, Notice, RadioGroup, Select, toast, type RadioOption } from "../../ui";
import { useAddSite } from "../sites/sites";
import { checkSite, siteOf, type SiteDraft, type SiteErrors } from "./site";

const SCOPES: RadioOption<SiteDraft["scope"]>[] = [
  { value: "page", label: "This page", description: "Just this one." },
  { value: "sitemap", label: "The pages of a sitemap", description: "The address is that of the sitemap, often …/sitemap.xml." },
  { value: "site", label: "The whole website", description: "This page and what it links to, on the same website." },
];

const SCHEDULES = [
  { value: "", label: "Never" },
  { value: "24", label: "Every day" },
  { value: "168", label: "Every week" },
  { value: "720", label: "Every month" },
];

const FIRST: SiteDraft = { address: "", scope: "site", depth_max: 3, pages_max: 200, every_hours: "168" };

interface AddWebsiteProps {
  app: number;
  onClose: () => void;
  onAdded: () => void;
}

export function AddWebsite({ app, onClose, onAdded }: AddWebsiteProps) {
  const [draft, setDraft] = useState(FIRST);
  const [tried, setTried] = useState(false);
  const add = useAddSite(app);
  const errors = tried ? checkSite(draft) : {};
  const submit = () => {
    setTried(true);
    if (Object.keys(checkSite(draft)).length > 0) return;
    add.mutate(siteOf(draft), {
      onSuccess: () => {
        toast.done("The website is being read.");
        onAdded();
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add website"
      description="Its pages are read politely and as its robots.txt allows. Only pages on the public internet can be read."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={add.isPending}>
            Read website
          </Button>
        </>
      }
    >
      {add.isError ? (
        <div className="mb-4">
          <Notice tone="danger">{add.error.message}</Notice>
        </div>
      ) : null}
      <SiteFields draft={draft} errors={errors} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
    </Dialog>
  );
}

interface SiteFieldsProps {
  draft: SiteDraft;
  errors: SiteErrors;
  onChange: (part: Partial<SiteDraft>) => void;
}

function SiteFields({ draft, errors, onChange }: SiteFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="Address" error={errors.address}>
        <Input
          type="url"
          inputMode="url"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="https://www.example.com/help"
          value={draft.address}
          onChange={(event) => onChange({ address: event.target.value })}
        />
      </Field>
      <RadioGroup label="What to read" value={draft.scope} onChange={(scope) => onChange({ scope })} options={SCOPES} />
      <div className="grid gap-4 sm:grid-cols-3">
        {draft.scope === "page" ? null : (
          <Count label="Pages at most" value={draft.pages_max} error={errors.pages_max} onChange={(pages_max) => onChange({ pages_max })} />
        )}
        {draft.scope === "site" ? (
          <Count label="Links deep" value={draft.depth_max} error={errors.depth_max} onChange={(depth_max) => onChange({ depth_max })} />
        ) : null}
        <Field label="Read again">
          <Select options={SCHEDULES} value={draft.every_hours} onChange={(event) => onChange({ every_hours: event.target.value })} />
        </Field>
      </div>
    </div>
  );
}

interface CountProps {
  label: string;
  value: number;
  error: string | undefined;
  onChange: (value: number) => void;
}

function Count({ label, value, error, onChange }: CountProps) {
  return (
    <Field label={label} error={error}>
      <Input
        type="number"
        inputMode="numeric"
        min={0}
        step={1}
        value={Number.isFinite(value) ? value : ""}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </Field>
  );
}
