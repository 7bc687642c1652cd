// Reports: what came of an app's conversations.
export { ReportsPage } from "./ReportsPage";
