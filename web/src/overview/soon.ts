// What the server tells of an app at a glance.
export interface Overview {
  today: Today;
  attention: Attention[];
  start: Start;
}

export interface Today {
  /** When the day began. */
  from: number;
  conversations: number;
  answered_by_ai: number;
  handed_over: number;
  waiting_now: number;
  longest_waiting_since: number | null;
  agents_online: number;
  free_places: number;
  open_with_agents: number;
  first_reply_p50_ms: number | null;
}

export interface Attention {
  kind:
    | "nobody_online"
    | "waiting_long"
    | "unanswered"
    | "dead_letters"
    | "failed_sources"
    | "assistant_warning"
    | "webhook_failing";
  count: number;
  /** The AI Agent that it is about, if it is about one. */
  assistant: string | null;
  sentence: string;
}

/** What there is already of all that a first handover needs. */
export interface Start {
  has_assistant: boolean;
  has_knowledge: boolean;
  has_agent: boolean;
  has_pool: boolean;
  handed_over: boolean;
}
