// One field for everything: what can be done here, where one can go, and conversations by name.
import { Search } from "lucide-react";
import { useState } from "react";
import { ChoiceWindow } from "../../ui";
import { NO_FILTER, type Route } from "../route";
import { useCommands, type Command } from "./useCommands";
import { useFoundByName } from "./useFoundByName";

export function Palette({ route, onClose }: { route: Route; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const found = useFoundByName(wanted, route);
  const choices = [...useCommands(route), ...found, ...searchFor(wanted, route)];
  return (
    <ChoiceWindow
      title="Commands"
      placeholder="What do you want to do?"
      choices={choices}
      onType={setTyped}
      onChoose={(id) => choices.find((choice) => choice.id === id)?.run()}
      onClose={onClose}
    />
  );
}

function searchFor(q: string, route: Route): Command[] {
  if (!q) return [];
  const run = () => route.go({ list: "all", filter: NO_FILTER, q });
  return [{ id: "search", label: `Search all conversations for “${q}”`, group: "Search", icon: <Search />, always: true, run }];
}
