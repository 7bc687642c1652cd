// The address of a webhook, and what it is told of.
import { ApiError, type WebhookEvent } from "../api";
import { Checkbox, Field, FieldError, Input, Notice } from "../ui";
import { EVENTS } from "./events";
import type { WebhookWish } from "./webhooks";

interface WebhookFieldsProps {
  wish: WebhookWish;
  onChange: (wish: WebhookWish) => void;
  /** Whether somebody has tried to save it as it is. */
  tried: boolean;
  error: Error | null;
}

export function WebhookFields({ wish, onChange, tried, error }: WebhookFieldsProps) {
  const fields = error instanceof ApiError ? error.fields : [];
  const errorOf = (field: string) => fields.find((one) => one.field === field || one.field.startsWith(`${field}[`))?.message;
  const wrong = whatIsWrong(wish);
  const eventsError = (tried ? wrong.events : null) ?? errorOf("events");
  const toggle = (kind: WebhookEvent, on: boolean) =>
    onChange({ ...wish, events: on ? [...wish.events, kind] : wish.events.filter((one) => one !== kind) });
  return (
    <div className="flex flex-col gap-5">
      {error && fields.length === 0 ? <Notice tone="danger">{error.message}</Notice> : null}
      <Field label="Address" hint="Where events are posted as JSON." error={(tried ? wrong.url : null) ?? errorOf("url")}>
        <Input
          type="url"
          inputMode="url"
          placeholder="https://…"
          autoComplete="off"
          value={wish.url}
          onChange={(event) => onChange({ ...wish, url: event.target.value })}
        />
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2.5 font-medium">Told of</legend>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {EVENTS.map(({ kind, label, description }) => (
            <Checkbox
              key={kind}
              label={label}
              description={description}
              checked={wish.events.includes(kind)}
              onChange={(on) => toggle(kind, on)}
            />
          ))}
        </div>
        {eventsError ? <FieldError>{eventsError}</FieldError> : null}
      </fieldset>
    </div>
  );
}

export function whatIsWrong({ url, events }: WebhookWish): { url: string | null; events: string | null } {
  return {
    url: /^https?:\/\/\S+$/i.test(url.trim()) ? null : "Enter an address that begins with https://",
    events: events.length > 0 ? null : "Choose at least one.",
  };
}

export function isRight(wish: WebhookWish): boolean {
  return Object.values(whatIsWrong(wish)).every((wrong) => wrong === null);
}
