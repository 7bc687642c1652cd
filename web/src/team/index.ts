// Team: the agents of an app, their teams, and who is invited.
export { AgentsPage } from "./AgentsPage";
