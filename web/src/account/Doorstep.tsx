// The frame of the pages before the gate: the name, and one small form in the middle.
import type { ReactNode } from "react";
import { useTitle } from "../ui";

interface DoorstepProps {
  title: string;
  description: string;
  children: ReactNode;
}

export function Doorstep({ title, description, children }: DoorstepProps) {
  useTitle(title);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div className="flex items-center gap-3">
        <img src="/icon.svg" alt="" className="size-9" />
        <span className="text-xl font-semibold tracking-tight">Baton</span>
      </div>
      <div className="rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 mb-6 text-muted text-pretty">{description}</p>
        {children}
      </div>
    </main>
  );
}
