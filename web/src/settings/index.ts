// Settings: the apps, their keys, their AI Agents, and whom they tell.
export { useApp, useApps } from "./apps";
export { AppsPage } from "./AppsPage";
export { AppSettingsPage } from "./AppSettingsPage";
export { AssistantsPage } from "./AssistantsPage";
export { AssistantPage } from "./assistant/AssistantPage";
export { NotificationsPage } from "./notifications/NotificationsPage";
