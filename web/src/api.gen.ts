/** The shapes of the HTTP API. Generated from the server's OpenAPI document; never edited by hand. */
export interface components {
  schemas: {
    LocalText: { default: string } & { [language: string]: string };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: "not_found" | "forbidden" | "refused" | "invalid" | "busy" | "internal";
      detail: string;
      reason?: string | null;
      holder?: { id: number; full_name: string } | null;
      fields?: { field: string; message: string }[] | null;
    };
    Me: {
      kind: "admin" | "agent" | "customer" | "key";
      id: number;
      full_name: string;
      email: string | null;
      app: { id: number; name: string } | null;
      away: boolean;
    };
    App: { id: number; name: string; authorization_key: string; created_at: number };
    Warning: {
      code:
        | "empty_pool"
        | "no_active_agent"
        | "no_knowledge"
        | "knowledge_off"
        | "model_missing"
        | "webhook_url_missing";
      message: string;
    };
    Assistant: {
      id: string;
      app: number;
      user_id: number;
      login: string;
      settings: components["schemas"]["AssistantSettings"];
      has_model_key: boolean;
      has_webhook_secret: boolean;
      warnings: components["schemas"]["Warning"][];
      version: number;
      created_at: number;
      updated_at: number;
    };
    ModelSettings: {
      endpoint: string;
      name: string;
      temperature: number;
      max_tokens: number;
      timeout_ms: number;
    };
    AssistantSettings: {
      name: string;
      avatar_url: string | null;
      welcome: { on: boolean; text: components["schemas"]["LocalText"] };
      suggested_questions: string[];
      instructions: string;
      model: components["schemas"]["ModelSettings"] | null;
      use_knowledge: boolean;
      confidence_min: number;
      when_to_answer: "auto" | "always" | "command";
      command: string;
      unanswered: components["schemas"]["UnansweredSettings"];
    };
    UnansweredSettings: {
      action: "dont_know" | "general_model" | "webhook" | "human_handover";
      dont_know_message: components["schemas"]["LocalText"];
      webhook_url: string | null;
      handover: components["schemas"]["HandoverSettings"];
    };
    HandoverSettings: {
      message: components["schemas"]["LocalText"];
      notify_assigned: boolean;
      assigned_message: components["schemas"]["LocalText"];
      assign_to: "online_only" | "online_and_offline";
      offline_message: components["schemas"]["LocalText"];
      no_agent_message: components["schemas"]["LocalText"];
      agents: number[];
    };
    Verdict: {
      outcome: "answer" | "unknown" | "small_talk" | "asked_for_human" | "failed";
      text: string | null;
      by_model: boolean;
      score: number;
      threshold: number;
      evidence: components["schemas"]["Evidence"][];
      why: string;
      suggestions: string[];
    };
    Evidence: { source: string; title: string; heading: string | null; text: string; score: number };
    Agent: {
      id: number;
      full_name: string;
      email: string;
      disabled: boolean;
      away: boolean;
      online: boolean;
      load: number;
      capacity: number;
      created_at: number;
    };
    User: {
      id: number;
      kind: "customer" | "agent" | "assistant";
      login: string | null;
      email: string | null;
      full_name: string;
      external_id: string | null;
      language: string | null;
      tags: string[];
      custom: Record<string, unknown>;
      created_at: number;
    };
    Source: {
      id: string;
      title: string;
      kind: "text" | "markdown" | "html" | "qa";
      state: "pending" | "ready" | "failed";
      error: string | null;
      bytes: number;
      passages: number;
      question: string | null;
      text?: string;
      created_at: number;
      updated_at: number;
    };
    UnansweredQuestion: {
      id: string;
      question: string;
      times: number;
      last_at: number;
      reason: string;
      score: number;
      dialog: string | null;
      assistant: string;
      state: string;
    };
    Person: { id: number; kind: "customer" | "agent" | "assistant" | "admin"; full_name: string };
    Control:
      | { phase: "assistant"; turn: number; answering: boolean }
      | { phase: "waiting"; turn: number; handover: string; since: number; position: number | null }
      | {
          phase: "agent";
          turn: number;
          handover: string;
          since: number;
          agent: components["schemas"]["Person"];
          owes_reply_since: number | null;
        }
      | { phase: "closed"; turn: number };
    Ai: {
      kind:
        | "welcome"
        | "answer"
        | "general_answer"
        | "small_talk"
        | "dont_know"
        | "handover"
        | "assigned"
        | "offline_agent"
        | "no_agent";
      found: boolean;
      sources: { id: string; title: string }[];
      suggestions: string[];
    };
    Message: {
      id: string;
      dialog: string;
      seq: number;
      sender: components["schemas"]["Person"];
      text: string;
      custom: Record<string, unknown>;
      sent_at: number;
      ai: components["schemas"]["Ai"] | null;
    };
    Dialog: {
      id: string;
      app: number;
      type: 1 | 2 | 3;
      name: string | null;
      assistant: { id: string; user_id: number; full_name: string; avatar_url: string | null } | null;
      customer: components["schemas"]["Person"] | null;
      control: components["schemas"]["Control"] | null;
      occupants: components["schemas"]["Person"][];
      custom: Record<string, unknown>;
      last_message: {
        id: string;
        seq: number;
        text: string;
        sender: components["schemas"]["Person"];
        sent_at: number;
      } | null;
      seq: number;
      delivered_seq: number;
      read_seq: number;
      unread: number;
      created_at: number;
      updated_at: number;
    };
    Handover: {
      id: string;
      dialog: string;
      reason:
        | "unknown_answer"
        | "asked_for_human"
        | "low_confidence"
        | "repeated_question"
        | "frustrated"
        | "model_error"
        | "rule"
        | "agent_takeover"
        | "returned_handover";
      state: "waiting" | "agent" | "ended";
      outcome: null | "solved" | "not_solved" | "abandoned_waiting" | "returned";
      agent: components["schemas"]["Person"] | null;
      began_at: number;
      assigned_at: number | null;
      first_reply_at: number | null;
      ended_at: number | null;
      packet: components["schemas"]["Packet"];
    };
    Packet: {
      question: string | null;
      why: string;
      passages: components["schemas"]["Evidence"][];
      threshold: number;
      summary: string;
      draft: string | null;
      customer: components["schemas"]["User"];
      language: string | null;
      earlier: {
        dialog: string;
        started_at: number;
        last_text: string | null;
        outcome: string | null;
      }[];
    };
  };
}
