// What a source came in as, in a word and a picture.
import { AppWindow, FileCode, FileSpreadsheet, FileText, FileType, Globe, MessageCircleQuestionMark, type LucideIcon } from "lucide-react";
import type { Source } from "../../api";

interface Kind {
  label: string;
  icon: LucideIcon;
}

const FORMATS: Record<NonNullable<Source["format"]>, Kind> = {
  pdf: { label: "PDF", icon: FileType },
  docx: { label: "Word", icon: FileText },
  sheet: { label: "Sheet", icon: FileSpreadsheet },
  page: { label: "Web page", icon: Globe },
};

const KINDS: Record<Source["kind"], Kind> = {
  text: { label: "Text", icon: FileText },
  markdown: { label: "Markdown", icon: FileCode },
  html: { label: "HTML", icon: AppWindow },
  qa: { label: "Question and answer", icon: MessageCircleQuestionMark },
};

export function kindOf({ kind, format }: Pick<Source, "kind" | "format">): Kind {
  return (format && FORMATS[format]) ?? KINDS[kind] ?? { label: kind, icon: FileText };
}
