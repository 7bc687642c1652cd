// A widget that nobody has dressed, for tests to begin with.
import type { WidgetSettings } from "../api";

export const PLAIN_WIDGET: WidgetSettings = {
  colour: null,
  position: "right",
  launcher: "bubble",
  launcher_text: { default: "" },
  title: { default: "" },
  theme: "auto",
  allowed_domains: [],
  identity: "optional",
  ask_rating: true,
  attachments: true,
};
