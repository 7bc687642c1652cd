// Everything that looks like a button: Button, IconButton, and LinkButton, which goes somewhere.
import { LoaderCircle } from "lucide-react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { Link } from "wouter";
import { cx } from "./classes";

type Variant = "primary" | "secondary" | "ghost" | "danger";
type Size = "sm" | "md";

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors disabled:opacity-55";
const VARIANTS: Record<Variant, string> = {
  primary: "bg-accent text-on-accent hover:not-disabled:bg-accent-hover",
  secondary: "border border-line-strong bg-surface text-ink hover:not-disabled:bg-sunken",
  ghost: "text-accent-ink hover:not-disabled:bg-accent-soft",
  danger: "bg-danger text-on-danger hover:not-disabled:bg-danger-hover",
};
// Fingers need more room than a mouse does.
const SIZES: Record<Size, string> = {
  sm: "h-8 px-3 text-sm pointer-coarse:h-11",
  md: "h-10 px-4 text-[15px] pointer-coarse:h-11",
};

interface Look {
  variant?: Variant;
  size?: Size;
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  icon?: ReactNode;
  /** Shows a spinner and ignores clicks; the words stay, so that nothing jumps. */
  busy?: boolean;
}

export function Button({ variant = "secondary", size = "md", icon, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
      className={cx(BASE, VARIANTS[variant], SIZES[size], className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** What a screen reader says and the mouse shows. */
  label: string;
  children: ReactNode;
  size?: Size;
}

export function IconButton({ label, children, size = "md", className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-lg text-muted transition-colors",
        "hover:not-disabled:bg-sunken hover:not-disabled:text-ink disabled:opacity-55 [&_svg]:size-[18px]",
        size === "sm" ? "size-8" : "size-10",
        "pointer-coarse:size-11",
        className,
      )}
    >
      {children}
    </button>
  );
}

interface LinkButtonProps extends Look {
  href: string;
  icon?: ReactNode;
  newTab?: boolean;
  onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
  className?: string;
  children: ReactNode;
}

export function LinkButton({ href, variant = "secondary", size = "md", icon, newTab, onClick, className, children }: LinkButtonProps) {
  const look = cx(BASE, VARIANTS[variant], SIZES[size], className);
  if (newTab) {
    return (
      <a href={href} target="_blank" rel="noreferrer" onClick={onClick} className={look}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link href={href} onClick={onClick} className={look}>
      {icon}
      {children}
    </Link>
  );
}
