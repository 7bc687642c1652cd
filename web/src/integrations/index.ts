// Integrations: what tells other programs, and what lets them in.
export { IntegrationsPage } from "./IntegrationsPage";
export { WebhookPage } from "./WebhookPage";
