// Team: the agents of an app.
export { AgentsPage } from "./AgentsPage";
