// A picture of somebody, or their initials. Decorative: the name always stands beside it.
import { useState } from "react";
import { cx } from "./classes";

interface AvatarProps {
  name: string;
  url?: string | null;
  size?: "sm" | "md" | "lg";
  /** AI Agents look different from people everywhere. */
  ai?: boolean;
  className?: string;
}

const SIZES = { sm: "size-7 text-xs", md: "size-9 text-sm", lg: "size-14 text-lg" };

export function Avatar({ name, url, size = "md", ai, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const look = cx(
    "inline-flex shrink-0 items-center justify-center overflow-hidden font-semibold select-none",
    ai ? "rounded-lg bg-ai-soft text-ai" : "rounded-full bg-accent-soft text-accent-ink",
    SIZES[size],
    className,
  );
  if (url && url !== broken) {
    return <img src={url} alt="" className={cx(look, "object-cover")} onError={() => setBroken(url)} />;
  }
  return (
    <span aria-hidden className={look}>
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [...first].slice(0, 1).concat([...last].slice(0, 1)).join("").toUpperCase();
}
