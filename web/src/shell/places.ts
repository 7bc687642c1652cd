// The places of one app, in the groups that the navigation shows.
import {
  Bell,
  BookOpen,
  Bot,
  ChartColumn,
  CircleHelp,
  House,
  MessageCircle,
  Plug,
  ScrollText,
  Settings,
  Users,
  type LucideIcon,
} from "lucide-react";

export interface Place {
  path: string;
  label: string;
  icon: LucideIcon;
}

export interface PlaceGroup {
  /** Without one, its places stand at the top. */
  label: string | null;
  places: Place[];
}

export const PLACES: PlaceGroup[] = [
  {
    label: null,
    places: [
      { path: "overview", label: "Overview", icon: House },
      { path: "reports", label: "Reports", icon: ChartColumn },
    ],
  },
  {
    label: "Answers",
    places: [
      { path: "assistants", label: "AI Agent", icon: Bot },
      { path: "knowledge", label: "Knowledge", icon: BookOpen },
      { path: "unanswered", label: "Unanswered questions", icon: CircleHelp },
      { path: "widget", label: "Widget", icon: MessageCircle },
    ],
  },
  {
    label: "People",
    places: [
      { path: "agents", label: "Agents", icon: Users },
      { path: "notifications", label: "Notifications", icon: Bell },
    ],
  },
  {
    label: "Set up",
    places: [
      { path: "integrations", label: "Integrations", icon: Plug },
      { path: "settings", label: "App settings", icon: Settings },
      { path: "audit", label: "Audit log", icon: ScrollText },
    ],
  },
];
