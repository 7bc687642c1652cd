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

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
