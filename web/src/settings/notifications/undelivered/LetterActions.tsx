// The two wishes about one thing that was not delivered.
import type { DeadLetter } from "../../../api";
import { Button, toast } from "../../../ui";
import { kindInWords } from "./kinds";
import { useRetry } from "./undelivered";

interface LetterActionsProps {
  app: number;
  letter: DeadLetter;
  onForget: (letter: DeadLetter) => void;
}

export function LetterActions({ app, letter, onForget }: LetterActionsProps) {
  const retry = useRetry(app);
  const what = kindInWords(letter.kind);
  const tryAgain = () =>
    retry.mutate(letter, {
      onSuccess: () => toast.done("It is tried again. If that fails too, it comes back here."),
      onError: toast.failed,
    });
  return (
    <span className="flex gap-2 md:justify-end">
      <Button size="sm" busy={retry.isPending} aria-label={`Try again: ${what}`} onClick={tryAgain}>
        Try again
      </Button>
      <Button size="sm" variant="ghost" aria-label={`Forget: ${what}`} onClick={() => onForget(letter)}>
        Forget
      </Button>
    </span>
  );
}
