// What the AI Agent made of a question, shown the same wherever a question is tried.
export { VerdictView } from "./VerdictView";
