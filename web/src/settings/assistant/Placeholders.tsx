// The words in braces that a text may use, and what customers read in their place.
const PLACEHOLDERS = [
  ["{agent}", "the agent's name"],
  ["{customer}", "the customer's name"],
  ["{position}", "the place in the queue"],
  ["{wait}", "how long it will probably take"],
  ["{opens}", "when the team is there again"],
];

export function Placeholders() {
  return (
    <div className="rounded-xl bg-sunken px-4 py-3 text-sm">
      <p className="text-muted">
        A message that you leave as it is comes in each customer's language, if it is one of the widget's seventeen. Messages may contain these
        words; customers read what they stand for.
      </p>
      <dl className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
        {PLACEHOLDERS.map(([word, meaning]) => (
          <div key={word} className="flex gap-1.5">
            <dt className="font-mono font-medium">{word}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
