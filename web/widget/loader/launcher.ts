// The round button in the corner: its icon, badge and label. It knows nothing of the iframe.
import { closeText, openText, unreadText } from "./texts";

const BUBBLE = "M21 11.5a8.4 8.4 0 0 1-12 7.6L3 21l1.9-6A8.4 8.4 0 1 1 21 11.5z";
const CROSS = "M18 6 6 18M6 6l12 12";

export interface Launcher {
  button: HTMLButtonElement;
  show(open: boolean): void;
  count(unread: number): void;
}

export function createLauncher(toggle: () => void): Launcher {
  const button = document.createElement("button");
  const badge = document.createElement("span");
  const icon = svg("svg");
  const line = svg("path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.append(line);
  button.append(icon, badge);
  button.onclick = toggle;

  function show(open: boolean) {
    button.className = open ? "open" : "";
    button.ariaLabel = open ? closeText : openText;
    line.setAttribute("d", open ? CROSS : BUBBLE);
  }

  function count(unread: number) {
    badge.hidden = unread < 1;
    badge.textContent = unread > 9 ? "9+" : `${unread}`;
    // The label stays a plain verb; the number is told after it.
    button.ariaDescription = unread < 1 ? null : `${unread} ${unreadText}`;
  }

  show(false);
  count(0);
  return { button, show, count };
}

function svg(name: string): Element {
  return document.createElementNS("http://www.w3.org/2000/svg", name);
}
