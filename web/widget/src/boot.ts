// What is seen until the chat itself is there: that it is on its way or has no connection, and the way out.

const CROSS = "M18 6 6 18M6 6l12 12";

interface Waiting {
  /** Null while there is nothing to say but that it comes. */
  sentence: string | null;
  closeLabel: string;
  /** Null where there is no panel to close. */
  close: (() => void) | null;
}

export function drawWaiting({ sentence, closeLabel, close }: Waiting) {
  const words = document.createElement("p");
  words.className = sentence ? "" : "coming";
  words.role = "status";
  words.textContent = sentence;
  document.body.className = "waiting";
  document.body.replaceChildren(...(close ? [closing(closeLabel, close)] : []), words);
}

/** Leaves the page to the chat. */
export function clear() {
  document.body.className = "";
  document.body.replaceChildren();
}

function closing(label: string, close: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  line.setAttribute("d", CROSS);
  icon.append(line);
  button.append(icon);
  button.ariaLabel = label;
  button.onclick = close;
  return button;
}
