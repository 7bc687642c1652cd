// How a website's server signs for a customer, in four languages, and how its page passes that on.
import { useState } from "react";
import { Tabs } from "../../ui";
import { CodeBlock } from "../CodeBlock";
import { IN_THE_PAGE, RECIPES } from "./recipes";

export function HowTo() {
  const [language, setLanguage] = useState(RECIPES[0]!.name);
  return (
    <details>
      <summary className="rounded-lg font-medium">How to sign a token</summary>
      <ol className="mt-3 flex list-decimal flex-col gap-4 pl-5 marker:text-muted">
        <li>
          <p className="mb-2">On your server, for a customer who is signed in there. None of these needs a library.</p>
          <Tabs
            label="Language of your server"
            value={language}
            onChange={setLanguage}
            tabs={RECIPES.map(({ name, code }) => ({ value: name, label: name, content: <CodeBlock label={name} code={code} /> }))}
          />
        </li>
        <li>
          <p className="mb-2">In the page, with the token that your server has put there.</p>
          <CodeBlock label="In the page" code={IN_THE_PAGE} />
        </li>
      </ol>
      <p className="mt-4 text-sm text-muted">
        <code className="font-mono">sub</code> is your own id of the customer and stays the same for ever. <code className="font-mono">exp</code> is at most 30
        days ahead; an hour is plenty, as a token only begins a visit.
      </p>
    </details>
  );
}
