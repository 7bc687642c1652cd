// The agents with what the live connection says of their presence since; their loads are asked for after control has moved.
import { useLiveState } from "../../live";
import { useAfterControl } from "../useAfterControl";
import { useAgents } from "../useAgents";
import { ordered } from "./team";

const LOAD_MS = 15_000;

export function useTeam() {
  const agents = useAgents(LOAD_MS);
  const presence = useLiveState((state) => state.presence);
  useAfterControl("agents");
  const team = agents.data && ordered(agents.data.map((agent) => ({ ...agent, ...presence[agent.id] })));
  return { team, agents };
}
