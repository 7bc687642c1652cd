// What the copilot can do with the text: everything where there is a model, else what the knowledge alone can give.
import type { Tone } from "../../../api";
import { ChevronDown, Sparkles } from "lucide-react";
import { useMemo } from "react";
import { languageName } from "../../../languages";
import { Button, Menu } from "../../../ui";
import type { Copilot } from "./useCopilot";

const TONES: [tone: Tone, label: string][] = [
  ["friendly", "Friendly"],
  ["formal", "Formal"],
  ["plain", "Plain"],
];
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "uk", "ar", "ja", "zh"];

export function CopilotBar({ copilot, hasText }: { copilot: Copilot; hasText: boolean }) {
  const { ask, busy, hasModel, mode } = copilot;
  const isBusy = busy !== null;
  return (
    <div role="group" aria-label="Copilot" className="-m-1 ml-auto flex min-w-0 gap-0.5 overflow-x-auto p-1">
      {mode === "reply" ? (
        <Help busy={busy === "answer"} disabled={isBusy} onClick={() => ask({ task: "answer" })} icon={<Sparkles aria-hidden className="size-3.5 max-sm:hidden" />}>
          Draft answer
        </Help>
      ) : null}
      {hasModel ? <WithModel copilot={copilot} disabled={isBusy || !hasText} /> : null}
      <Help busy={busy === "summarise"} disabled={isBusy} onClick={() => ask({ task: "summarise" })}>
        Summarise
      </Help>
    </div>
  );
}

function WithModel({ copilot: { ask, busy }, disabled }: { copilot: Copilot; disabled: boolean }) {
  const languages = useLanguages();
  return (
    <>
      <Menu
        heading="Rephrase"
        trigger={
          <Help busy={busy === "rephrase"} disabled={disabled} more>
            Rephrase
          </Help>
        }
        items={TONES.map(([tone, label]) => ({ label, onSelect: () => ask({ task: "rephrase", tone }) }))}
      />
      <Help busy={busy === "shorten"} disabled={disabled} onClick={() => ask({ task: "shorten" })}>
        Shorten
      </Help>
      <Menu
        heading="Translate to"
        trigger={
          <Help busy={busy === "translate"} disabled={disabled} more>
            Translate
          </Help>
        }
        items={languages.map((language) => ({ label: languageName(language), onSelect: () => ask({ task: "translate", language }) }))}
      />
    </>
  );
}

function Help({ more, children, ...rest }: React.ComponentProps<typeof Button> & { more?: boolean }) {
  return (
    <Button {...rest} size="sm" variant="ghost" className="gap-1.5 px-2 text-[13px] max-sm:h-11 max-sm:px-1.5">
      {children}
      {more ? <ChevronDown aria-hidden className="size-3.5" /> : null}
    </Button>
  );
}

/** One's own first: what the customer writes is often to be read in it. */
function useLanguages(): string[] {
  return useMemo(() => {
    const own = navigator.language.split("-")[0] ?? "en";
    return [own, ...LANGUAGES.filter((code) => code !== own)];
  }, []);
}
