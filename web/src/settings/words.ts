// How the choices of an AI Agent's settings are called on screen.
import type { AssistantSettings } from "../api";

type Action = AssistantSettings["unanswered"]["action"];
type WhenToAnswer = AssistantSettings["when_to_answer"];
type Handover = AssistantSettings["unanswered"]["handover"];
type AssignTo = Handover["assign_to"];

export const ACTION_NAMES: Record<Action, string> = {
  dont_know: "Don't know",
  general_model: "General model",
  webhook: "Webhook",
  human_handover: "Human handover",
};

export const ACTIONS: { value: Action; label: string; description: string }[] = [
  {
    value: "dont_know",
    label: ACTION_NAMES.dont_know,
    description: "Says that it does not know, and suggests up to three questions that it can answer.",
  },
  {
    value: "general_model",
    label: ACTION_NAMES.general_model,
    description: "Asks the model without your knowledge. The answer is marked as not from your knowledge.",
  },
  {
    value: "webhook",
    label: ACTION_NAMES.webhook,
    description: "Sends the question to an address of yours. Your program may answer through the API.",
  },
  {
    value: "human_handover",
    label: ACTION_NAMES.human_handover,
    description: "Brings in one of your agents, with everything they need to go on.",
  },
];

export const WHEN_TO_ANSWER: { value: WhenToAnswer; label: string; description: string }[] = [
  {
    value: "auto",
    label: "Automatic",
    description: "With one customer in the conversation: every message. With several: only when it is mentioned or called by its command.",
  },
  { value: "always", label: "Every message", description: "Also when several customers talk with each other." },
  { value: "command", label: "Only when called", description: "Only messages that start with its command or mention it." },
];

export const ASSIGN_TO: { value: AssignTo; label: string; description: string }[] = [
  { value: "online_only", label: "Online agents only", description: "Others are left in peace until they are back." },
  {
    value: "online_and_offline",
    label: "Online and offline agents",
    description: "Online agents first. When nobody is online, an offline agent finds the conversation on their return.",
  },
];

export const CHOICES: { value: Handover["choice"]; label: string; description: string }[] = [
  { value: "least_busy", label: "Least busy", description: "Who has the fewest conversations." },
  { value: "round_robin", label: "In turn", description: "Who has not got one for the longest time." },
  {
    value: "last_agent",
    label: "The one the customer knows",
    description: "Who helped this customer last. If that is not possible, who has the fewest.",
  },
];

export const WHEN_NOBODY: { value: Handover["when_nobody"]; label: string; description: string }[] = [
  { value: "wait", label: "Wait in the queue", description: "The customer gets the next agent who is free." },
  {
    value: "leave_contact",
    label: "Ask for an e-mail address",
    description: "The customer waits in the queue too, and the reply can also go there.",
  },
  { value: "back_to_assistant", label: "Back to the AI Agent", description: "Nobody is called. The AI Agent goes on." },
];

export const WHEN_SILENT: { value: Handover["when_silent"]; label: string; description: string }[] = [
  { value: "reassign", label: "Somebody else gets it", description: "The next agent who is free." },
  { value: "back_to_assistant", label: "Back to the AI Agent", description: "The customer is told, and may ask for a person again." },
  { value: "keep", label: "The agent keeps it", description: "And is warned again." },
];
