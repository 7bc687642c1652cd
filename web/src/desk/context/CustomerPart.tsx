// Who the customer is: what their app told us about them.
import type { ReactNode } from "react";
import type { User } from "../../api";
import { Avatar, Badge, dateTime } from "../../ui";
import { Part } from "./Part";

interface CustomerPartProps {
  customer: User;
  /** The language of this conversation, when it is known. */
  language: string | null;
}

export function CustomerPart({ customer, language }: CustomerPartProps) {
  const spoken = language ?? customer.language;
  return (
    <Part title="Customer">
      <div className="flex items-center gap-3">
        <Avatar name={customer.full_name} />
        <div className="min-w-0">
          <p className="truncate font-semibold">{customer.full_name}</p>
          {customer.email ? (
            <a href={`mailto:${customer.email}`} className="block truncate text-sm text-accent-ink hover:underline">
              {customer.email}
            </a>
          ) : null}
        </div>
      </div>
      {customer.tags.length > 0 ? (
        <ul aria-label="Tags" className="mt-3 flex flex-wrap gap-1.5">
          {customer.tags.map((tag) => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="mt-3 flex flex-col gap-1 text-sm">
        {spoken ? <Fact name="Language">{languageInWords(spoken)}</Fact> : null}
        {customer.external_id ? <Fact name="External id">{customer.external_id}</Fact> : null}
        {Object.entries(customer.custom).map(([name, value]) => (
          <Fact key={name} name={name}>
            {typeof value === "object" ? JSON.stringify(value) : String(value)}
          </Fact>
        ))}
        <Fact name="Since">{dateTime(customer.created_at)}</Fact>
      </dl>
    </Part>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="w-24 shrink-0 text-muted wrap-anywhere first-letter:uppercase">{name}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    </div>
  );
}

function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: "language" }).of(code) ?? code;
  } catch {
    // Not a language tag: show what the app sent.
    return code;
  }
}
