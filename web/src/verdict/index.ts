// What the AI Agent made of a question, shown the same wherever a question is tried.
export { Explanation } from "./Explanation";
export { OutcomeBadge } from "./OutcomeBadge";
export { VerdictText } from "./VerdictText";
export { VerdictView } from "./VerdictView";
