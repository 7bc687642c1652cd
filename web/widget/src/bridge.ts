// What the website's page and the iframe tell each other. Types only, so that the loader stays tiny.

/** From the iframe to the website's page. */
export type ToPage =
  | { baton: "ready" }
  | { baton: "close" }
  | { baton: "unread"; count: number }
  /** To be given back at the next visit; null when there is nothing to come back to. */
  | { baton: "keep"; text: string | null };

/** From the website's page to the iframe; `start` answers `ready`. */
export type ToFrame = { baton: "start"; kept: string | null; on: boolean } | { baton: "shown"; on: boolean };
