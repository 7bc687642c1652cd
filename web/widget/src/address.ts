// What the iframe's address says: whose chat this is, where it is shown, and in which language.

export interface Address {
  app: string;
  assistant: string;
  page: string | null;
  language: string;
}

/** Null when the address names no app or AI Agent. */
export function readAddress(search: string, browserLanguage: string): Address | null {
  const query = new URLSearchParams(search);
  const app = query.get("app");
  const assistant = query.get("assistant");
  if (!app || !assistant) return null;
  return { app, assistant, page: query.get("page"), language: query.get("language") || browserLanguage };
}
