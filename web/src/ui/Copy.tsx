// Text that people take elsewhere: a key, a snippet, an id. One click copies it.
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "./Button";
import { cx } from "./classes";
import { toast } from "./Toast";

const SAYS_COPIED_MS = 1_600;

function useCopy(text: string) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Browsers refuse the clipboard on plain http.
      toast.failed("The browser does not allow copying here. Select the text and copy it.");
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SAYS_COPIED_MS);
  };
  return { copied, copy };
}

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const { copied, copy } = useCopy(text);
  return (
    <IconButton label={copied ? "Copied" : label} size="sm" onClick={copy}>
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
}

interface CopyBoxProps {
  label: string;
  text: string;
  className?: string;
}

export function CopyBox({ label, text, className }: CopyBoxProps) {
  const { copied, copy } = useCopy(text);
  return (
    <div className={cx("flex flex-wrap items-center gap-3 rounded-xl bg-sunken py-2 pr-2 pl-4", className)}>
      <code aria-label={label} role="group" className="min-w-0 flex-1 basis-32 font-mono text-sm break-all select-all">
        {text}
      </code>
      <Button size="sm" className="ml-auto" icon={copied ? <Check className="size-4" /> : <Copy className="size-4" />} onClick={copy}>
        {copied ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}
