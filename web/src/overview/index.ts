// Overview: where an admin begins the day, and a new one begins at all.
export { OverviewPage } from "./OverviewPage";
