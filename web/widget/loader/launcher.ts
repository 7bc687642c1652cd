// The button in the corner: round, or with words on it; its icon, badge and label. It knows nothing of what is in the iframe.
import type { Look } from "../src/bridge";

const BUBBLE = "M21 11.5a8.4 8.4 0 0 1-12 7.6L3 21l1.9-6A8.4 8.4 0 1 1 21 11.5z";
const CROSS = "M18 6 6 18M6 6l12 12";

export interface Launcher {
  button: HTMLButtonElement;
  show(open: boolean): void;
  count(unread: number): void;
  wear(look: Look, element: HTMLElement, frame: HTMLIFrameElement): void;
}

export function createLauncher(toggle: () => void, near: () => void): Launcher {
  const button = document.createElement("button");
  const badge = document.createElement("span");
  const words = document.createElement("b");
  const icon = svg("svg");
  const line = svg("path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.append(line);
  button.append(icon, words, badge);
  button.onclick = toggle;
  button.onpointerenter = button.onfocus = near;
  // Until it is known how it should look, and whether it may be here at all.
  button.hidden = true;

  let look: Look | undefined;
  let open = false;
  let unread = 0;

  function draw() {
    button.className = (open ? "open" : "") + (look?.label ? " label" : "");
    line.setAttribute("d", open ? CROSS : BUBBLE);
    badge.hidden = unread < 1;
    badge.textContent = unread > 9 ? "9+" : `${unread}`;
    if (!look) return;
    button.ariaLabel = open ? look.close : look.open;
    // The label stays a plain verb; the number is told after it.
    button.ariaDescription = unread < 1 ? null : look.unread.replace("#", `${unread}`);
    words.textContent = look.label;
  }

  return {
    button,
    show(on) {
      open = on;
      draw();
    },
    count(now) {
      unread = now;
      draw();
    },
    wear(wanted, element, frame) {
      look = wanted;
      button.hidden = false;
      element.className = look.left ? "left" : "";
      element.style.setProperty("--fill", look.fill);
      element.style.setProperty("--on", look.on);
      frame.style.colorScheme = look.theme === "auto" ? "light dark" : look.theme;
      frame.title = look.frameTitle;
      button.dir = look.direction;
      draw();
    },
  };
}

function svg(name: string): Element {
  return document.createElementNS("http://www.w3.org/2000/svg", name);
}
