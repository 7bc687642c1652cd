// Several lines of code, to be copied in one press.
import { CopyButton } from "../ui";

export function CodeBlock({ label, code }: { label: string; code: string }) {
  return (
    <div className="relative rounded-xl bg-sunken">
      <pre tabIndex={0} role="group" aria-label={label} className="overflow-x-auto rounded-xl p-4 pr-14 font-mono text-[13px] leading-relaxed">
        {code}
      </pre>
      <div className="absolute top-2 right-2 rounded-lg bg-sunken">
        <CopyButton text={code} label={`Copy: ${label}`} />
      </div>
    </div>
  );
}
