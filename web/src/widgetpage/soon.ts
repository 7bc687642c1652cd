// Shapes of the API that are not in the generated types yet.
import type { App, Assistant, AssistantSettings, LocalText } from "../api";

export interface WidgetSettings {
  colour: string | null;
  position: "right" | "left";
  launcher: "bubble" | "label";
  launcher_text: LocalText;
  title: LocalText;
  theme: "auto" | "light" | "dark";
  allowed_domains: string[];
  identity: "optional" | "required";
  ask_rating: boolean;
  attachments: boolean;
}

export type WithWidget = Omit<Assistant, "settings"> & { settings: AssistantSettings & { widget: WidgetSettings } };

export type WithIdentity = App & { has_identity_secret: boolean };
