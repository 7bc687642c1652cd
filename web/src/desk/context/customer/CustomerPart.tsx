// Who the customer is: what they and their app told us, to be mended and completed where it stands.
import type { User } from "../../../api";
import { languageName } from "../../../languages";
import { Avatar, CopyButton, dateTime, ErrorState, toast } from "../../../ui";
import { Part } from "../Part";
import { useCustomer, type CustomerChange } from "../useCustomer";
import { AddField, CustomFields } from "./CustomFields";
import { EditableFact } from "./EditableFact";
import { Fact } from "./Fact";
import { Tags } from "./Tags";

interface CustomerPartProps {
  id: number;
  /** The language of this conversation, when it is known. */
  language: string | null;
}

export function CustomerPart({ id, language }: CustomerPartProps) {
  const { customer, change } = useCustomer(id);
  if (customer.data) return <Known customer={customer.data} language={language} onChange={change} />;
  if (customer.isError) return <ErrorState error={customer.error} onRetry={() => void customer.refetch()} />;
  return null;
}

interface KnownProps {
  customer: User;
  language: string | null;
  onChange: (change: CustomerChange) => Promise<void>;
}

function Known({ customer, language, onChange }: KnownProps) {
  const { full_name, email, tags, custom, external_id, created_at } = customer;
  const saveCustom = (next: Record<string, unknown>) => onChange({ custom: next });
  return (
    <Part title="Customer">
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={full_name} />
        <p className="min-w-0 flex-1 truncate font-semibold">{full_name}</p>
        {email ? <CopyButton text={email} label="Copy the e-mail address" /> : null}
      </div>
      <dl className="flex flex-col gap-1.5 text-sm max-md:gap-0">
        <EditableFact name="Name" value={full_name} placeholder="Add a name" onSave={(value) => onChange({ full_name: value })} />
        <EditableFact
          name="E-mail"
          type="email"
          value={email ?? ""}
          placeholder="Add an e-mail address"
          onSave={(value) => onChange({ email: value })}
        />
        <EditableFact
          name="Language"
          value={customer.language ?? ""}
          placeholder={language ? `${languageName(language)}, by what they write` : "Add a language, such as de"}
          onSave={(value) => onChange({ language: value })}
        >
          {customer.language ? languageName(customer.language) : null}
        </EditableFact>
        <CustomFields custom={custom} onSave={saveCustom} />
        {external_id ? <Fact name="External id">{external_id}</Fact> : null}
        <Fact name="Since">{dateTime(created_at)}</Fact>
      </dl>
      <div className="mt-1.5">
        <AddField custom={custom} onSave={(next) => saveCustom(next).catch(failed)} />
      </div>
      <h3 className="mt-4 mb-1.5 text-sm text-muted">Tags</h3>
      <Tags tags={tags} onChange={(next) => void onChange({ tags: next }).catch(toast.failed)} />
    </Part>
  );
}

function failed(error: unknown): never {
  toast.failed(error);
  throw error;
}
