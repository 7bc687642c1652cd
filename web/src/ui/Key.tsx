// One key of the keyboard, or several pressed together.
export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded-md border border-line bg-sunken px-1.5 py-px font-mono text-xs leading-5 whitespace-nowrap text-muted">
      {children}
    </kbd>
  );
}
