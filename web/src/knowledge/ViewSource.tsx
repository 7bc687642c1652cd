// The text of one source, as text.
import type { Source } from "../api";
import { Dialog, Loaded } from "../ui";
import { useSource } from "./sources";

interface ViewSourceProps {
  app: number;
  source: Source;
  onClose: () => void;
}

export function ViewSource({ app, source, onClose }: ViewSourceProps) {
  const whole = useSource(app, source.id);
  return (
    <Dialog open onClose={onClose} title={source.title} size="lg">
      <Loaded query={whole}>
        {({ question, text }) => (
          <div tabIndex={0} className="flex flex-col gap-3">
            {question && question !== source.title ? <p className="font-semibold break-words">{question}</p> : null}
            <p className="break-words whitespace-pre-wrap">{text}</p>
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
