// Who can be chosen: the kinds of actors, and everybody of whom something was on screen since the page was opened.
import type { AuditEntry } from "../api";
import { useEffect, useState } from "react";
import { ACTORS, kindInWords } from "./words";

interface Option {
  value: string;
  label: string;
}

export function useActors(seen: AuditEntry[], chosen: string): Option[] {
  const [known, setKnown] = useState<Record<string, string>>({});
  const found = Object.fromEntries(seen.flatMap(({ actor }) => (actor.id === null ? [] : [[`${actor.kind}:${actor.id}`, actor.name]])));
  const foundKey = JSON.stringify(found);
  useEffect(() => {
    setKnown((before) => ({ ...before, ...(JSON.parse(foundKey) as Record<string, string>) }));
  }, [foundKey]);
  const people = Object.entries({ ...known, ...found })
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const options = [{ value: "", label: "Everybody" }, ...ACTORS.map(({ kind, all }) => ({ value: kind, label: all })), ...people];
  return options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label: nameless(chosen) }];
}

/** From a link, before anything of theirs is on screen. */
function nameless(chosen: string): string {
  const [kind = "", id] = chosen.split(":");
  const known = ACTORS.find((one) => one.kind === kind);
  return known ? `${kindInWords(known.kind)} ${id ?? ""}`.trim() : chosen;
}
