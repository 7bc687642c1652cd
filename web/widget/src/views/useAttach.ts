// Puts files beside the next message, however they came here. Null where none are wanted.
import { MOST_FILES } from "../uploads";
import type { State } from "../state";
import { useScreen } from "./screen";

export function useAttach({ start, uploads }: State): ((files: File[]) => void) | null {
  const { chat, texts } = useScreen();
  if (start.at !== "ready" || !start.opening.attachments) return null;
  const { max_attachment_bytes } = start.opening;
  return (files) => {
    const tooMany = uploads.length + files.length > MOST_FILES;
    chat.notice(tooMany ? texts.too_many(`${MOST_FILES}`) : null);
    if (files.length) chat.uploads.add(files, max_attachment_bytes);
  };
}
