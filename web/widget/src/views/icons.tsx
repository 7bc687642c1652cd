// The drawings of the chat.

export function CrossIcon() {
  return <Icon path="M18 6 6 18M6 6l12 12" />;
}

export function SendIcon() {
  return <Icon path="M12 20V4M5 11l7-7 7 7" />;
}

export function DownIcon() {
  return <Icon path="M12 4v16M5 13l7 7 7-7" />;
}

export function PersonIcon() {
  return <Icon path="M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0" />;
}

export function ThumbIcon() {
  return <Icon path="M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7" />;
}

export function BackIcon() {
  return <Icon path="M15 5l-7 7 7 7" turns />;
}

export function ListIcon() {
  return <Icon path="M3.5 12a8.5 8.5 0 1 0 2.6-6.1L3.5 8.4M3.5 3.5v5h5M12 7.5V12l3 2" />;
}

export function ClipIcon() {
  return <Icon path="M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.4a1.7 1.7 0 0 1-2.4-2.4l7.8-7.7" />;
}

export function FileIcon() {
  return <Icon path="M14 3H6v18h12V7zM14 3v4h4" />;
}

export function AgainIcon() {
  return <Icon path="M20 11a8 8 0 1 0-2.3 6.7M20 5v6h-6" />;
}

export function WriteIcon() {
  return <Icon path="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3" />;
}

const MOUTHS = ["M8 17q4-5 8 0", "M8 16q4-2.5 8 0", "M8 15.5h8", "M8 14.5q4 3 8 0", "M7.5 14q4.5 6 9 0z"];

/** From 1, very unhappy, to 5, very happy. */
export function FaceIcon({ score }: { score: number }) {
  return <Icon path={`M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM9 9.5v.01M15 9.5v.01${MOUTHS[score - 1]}`} />;
}

function Icon({ path, turns }: { path: string; turns?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={turns ? "turns" : undefined}>
      <path d={path} />
    </svg>
  );
}
