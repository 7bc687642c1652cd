// What the lists are called and how they look.
import { AlarmClock, CircleCheck, Inbox, MessagesSquare, Sparkles, UserRoundCheck, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { PaneName } from "../route";

export const PANES: Record<PaneName, { name: string; icon: ReactNode }> = {
  queue: { name: "Queue", icon: <Inbox /> },
  mine: { name: "Mine", icon: <UserRoundCheck /> },
  all: { name: "All", icon: <MessagesSquare /> },
  assistant: { name: "AI is answering", icon: <Sparkles /> },
  resolved: { name: "Resolved", icon: <CircleCheck /> },
  snoozed: { name: "Snoozed", icon: <AlarmClock /> },
  team: { name: "Team", icon: <Users /> },
};
