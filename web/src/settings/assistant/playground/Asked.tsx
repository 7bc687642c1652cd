// What the customer would have written.
export function Asked({ text }: { text: string }) {
  return (
    <p dir="auto" className="max-w-[85%] self-end rounded-xl rounded-tr-sm bg-accent-soft px-4 py-2.5 wrap-anywhere whitespace-pre-wrap text-accent-ink">
      {text}
    </p>
  );
}
