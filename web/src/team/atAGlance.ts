// The whole team in one line: how many are online, away and offline.
import type { Agent } from "../api";

export function atAGlance(agents: Agent[]): string {
  const working = agents.filter(({ disabled }) => !disabled);
  const online = working.filter(({ online, away }) => online && !away).length;
  const away = working.filter(({ online, away }) => online && away).length;
  return `${online} online, ${away} away, ${working.length - online - away} offline`;
}
