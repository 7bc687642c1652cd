import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MeContext } from "../../account/me";
import type { EmbeddingModel, Me } from "../../api";
import { ModelState } from "./ModelState";

const ABSENT: EmbeddingModel = { state: "absent", name: null, bytes_done: null, bytes_total: null, error: null };
const ADMIN: Me = { kind: "admin", id: 1, full_name: "Rita", email: null, app: null, away: false, away_reason: null, supervises: true };

it("says what is missing without a model, and lets admins fetch it", () => {
  const text = shown(ABSENT);
  expect(text).toContain("Answers are found by their words alone. Fetch the model (91 MB) to find them by meaning too.");
  expect(text).toContain("Fetch the model</button>");
});

it("gives no button to who may not press it", () => {
  expect(shown(ABSENT, { ...ADMIN, kind: "agent" })).not.toContain("<button");
});

it("says why it could not be fetched, and offers to try again", () => {
  const text = shown({ ...ABSENT, state: "failed", error: "The disk is full." });
  expect(text).toContain("The disk is full.");
  expect(text).toContain("Try again</button>");
});

it("shows how far fetching is, with a bar that can be read aloud", () => {
  const text = shown({ ...ABSENT, state: "fetching", bytes_done: 45_500_000, bytes_total: 91_000_000 });
  expect(text).toContain("45.5 MB of 91 MB");
  expect(text).toContain('aria-valuenow="50"');
});

it("is calm when it is ready", () => {
  expect(shown({ ...ABSENT, state: "ready", name: "m" })).toContain("by their words and by their meaning");
});

function shown(model: EmbeddingModel, me = ADMIN): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <MeContext value={me}>
        <ModelState app={1} model={model} />
      </MeContext>
    </QueryClientProvider>,
  );
}
