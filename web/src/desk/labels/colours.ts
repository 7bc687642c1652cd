// Which colour a new label gets: the one that is used least. Pure.
import type { Colour, Label } from "../../api";

const COLOURS: Colour[] = ["blue", "green", "orange", "purple", "red", "yellow", "pink", "gray"];

export function nextColour(labels: Label[]): Colour {
  const uses = (colour: Colour) => labels.filter((label) => label.colour === colour).length;
  return COLOURS.reduce((least, colour) => (uses(colour) < uses(least) ? colour : least));
}
