// Whether an agent is there, as a badge.
import type { Agent } from "./api";
import { Badge } from "./ui";

export function AgentState({ agent }: { agent: Agent }) {
  if (agent.disabled) return <Badge tone="danger">Disabled</Badge>;
  if (!agent.online) return <Badge>Offline</Badge>;
  return agent.away ? (
    <Badge tone="warn" dot>
      Away
    </Badge>
  ) : (
    <Badge tone="ok" dot>
      Online
    </Badge>
  );
}
