// Knowledge: what the AI Agents answer from, and the questions that they could not answer.
export { KnowledgePage } from "./KnowledgePage";
export { UnansweredPage } from "./unanswered/UnansweredPage";
