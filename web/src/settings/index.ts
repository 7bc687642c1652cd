// Settings: the apps, their keys, and their AI Agents.
export { useApp, useApps } from "./apps";
export { AppsPage } from "./AppsPage";
export { AppSettingsPage } from "./AppSettingsPage";
export { AssistantsPage } from "./AssistantsPage";
export { AssistantPage } from "./assistant/AssistantPage";
