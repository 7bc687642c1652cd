// A small disc in one of eight colours. Decorative: the name always stands beside it.
import "./hues.css";
import { cx } from "./classes";

export type Hue = "gray" | "red" | "orange" | "yellow" | "green" | "blue" | "purple" | "pink";

const COLOURS: Record<Hue, string> = {
  gray: "bg-(--hue-gray)",
  red: "bg-(--hue-red)",
  orange: "bg-(--hue-orange)",
  yellow: "bg-(--hue-yellow)",
  green: "bg-(--hue-green)",
  blue: "bg-(--hue-blue)",
  purple: "bg-(--hue-purple)",
  pink: "bg-(--hue-pink)",
};

export function Swatch({ hue, className }: { hue: Hue; className?: string }) {
  return <span aria-hidden className={cx("size-2 shrink-0 rounded-full", COLOURS[hue], className)} />;
}
