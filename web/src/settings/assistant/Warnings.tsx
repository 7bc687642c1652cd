// What the server warned about when the settings were saved, shown beside the setting that it is about.
import type { Warning } from "../../api";
import { Notice } from "../../ui";

const ABOUT = {
  knowledge: ["no_knowledge", "knowledge_off"],
  model: ["model_missing"],
  webhook: ["webhook_url_missing"],
  pool: ["empty_pool", "no_active_agent"],
} satisfies Record<string, Warning["code"][]>;

interface WarningsProps {
  warnings: Warning[];
  about: keyof typeof ABOUT | "anything else";
}

export function Warnings({ warnings, about }: WarningsProps) {
  return warnings
    .filter((warning) => placeOf(warning) === about)
    .map((warning) => (
      <Notice key={warning.code} tone="warn">
        {warning.message}
      </Notice>
    ));
}

function placeOf(warning: Warning): WarningsProps["about"] {
  const places = Object.entries(ABOUT) as [keyof typeof ABOUT, string[]][];
  return places.find(([, codes]) => codes.includes(warning.code))?.[0] ?? "anything else";
}
