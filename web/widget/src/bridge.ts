// What the website's page and the iframe tell each other. Types only, so that the loader stays tiny.

/** From the iframe to the website's page. */
export type ToPage =
  | { baton: "ready" }
  | { baton: "look"; look: Look }
  | { baton: "close" }
  | { baton: "unread"; count: number }
  | { baton: "event"; event: PageEvent }
  /** For whoever builds the website; said on its console. */
  | { baton: "hint"; hint: string }
  /** To be given back at the next visit; null when there is nothing to come back to. */
  | { baton: "keep"; text: string | null };

/** From the website's page to the iframe: `start` answers `ready`, `wish` is what has changed since. */
export type ToFrame =
  | { baton: "start"; kept: string | null; wishes: Wishes }
  | { baton: "wish"; wishes: Partial<Wishes> };

/** What the website's page wants of the chat. */
export interface Wishes {
  on: boolean;
  /** The visitor may open it any moment. */
  near?: boolean;
  language?: string;
  /** Null: nobody is signed in to the website. Absent: the website does not say. */
  identity?: Claim | null;
  /** Looks that are not saved yet, for who is choosing them. */
  preview?: Partial<Preview>;
}

export interface Claim {
  /** Signed by the website's server; null for what a visitor only says of themselves. */
  token: string | null;
  name?: string;
  email?: string;
}

/** How the AI Agent's settings want the widget to look. */
export interface Appearance {
  colour: string | null;
  position: "right" | "left";
  launcher: "bubble" | "label";
  launcher_text: string | null;
  title: string | null;
  theme: "auto" | "light" | "dark";
}

export interface Preview extends Appearance {
  welcome: string | null;
}

/** All that the launcher needs to know. */
export interface Look {
  fill: string;
  on: string;
  left: boolean;
  theme: Appearance["theme"];
  /** Null for the round button. */
  label: string | null;
  direction: string;
  frameTitle: string;
  open: string;
  close: string;
  /** With # where the number goes. */
  unread: string;
}

/** What the website can listen to, besides open, close and unread. */
export type PageEvent =
  | { name: "message"; detail: { id: string; from: string; name: string; text: string; sent_at: number } }
  | { name: "handover"; detail: { state: "waiting" | "agent"; agent: string | null } }
  | { name: "resolved"; detail: Record<string, never> };
