// What the iframe's address says: whose chat this is, and where it is shown.

export interface Address {
  app: string;
  assistant: string;
  page: string | null;
}

/** Null when the address names no app or AI Agent. */
export function readAddress(search: string): Address | null {
  const query = new URLSearchParams(search);
  const app = query.get("app");
  const assistant = query.get("assistant");
  return app && assistant ? { app, assistant, page: query.get("page") } : null;
}
