// Narrows the list by AI Agent, agent or label.
import { Sparkles, UserRound } from "lucide-react";
import { ChoiceWindow, Swatch, type WindowChoice } from "../../ui";
import { listBehind, type Filter, type Route } from "../route";
import { KIND_NAMES, useFilterNames, type FilterNames } from "./useFilterNames";

export function FilterWindow({ route, onClose }: { route: Route; onClose: () => void }) {
  const choices = choicesOf(useFilterNames());
  return (
    <ChoiceWindow
      title="Filter"
      placeholder="Filter by AI Agent, agent or label"
      choices={choices}
      onChoose={(id) => {
        const list = listBehind(route.list);
        route.go({ list, filter: { ...route.filter, ...choices.find((choice) => choice.id === id)?.sets } });
      }}
      onClose={onClose}
    />
  );
}

type FilterChoice = WindowChoice & { sets: Partial<Filter> };

function choicesOf({ assistants, agents, labels }: FilterNames): FilterChoice[] {
  return [
    ...labels.map(({ id, name, colour }) => ({
      id: `label-${id}`,
      label: name,
      group: KIND_NAMES.label,
      icon: <Swatch hue={colour} className="size-2.5" />,
      sets: { label: id },
    })),
    ...agents.map(({ id, full_name }) => ({
      id: `agent-${id}`,
      label: full_name,
      group: KIND_NAMES.agent,
      icon: <UserRound />,
      sets: { agent: id },
    })),
    ...assistants.map(({ id, settings }) => ({
      id: `assistant-${id}`,
      label: settings.name,
      group: KIND_NAMES.assistant,
      icon: <Sparkles />,
      sets: { assistant: id },
    })),
  ];
}
