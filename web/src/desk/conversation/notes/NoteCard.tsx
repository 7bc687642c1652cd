// A private note in the conversation: plainly not a message, and for those who work here alone.
import type { Note } from "../../../api";
import { Lock } from "lucide-react";
import { isMe } from "../../../live";
import { timeOfDay } from "../../days";
import { useSeat } from "../../seat";
import { Marked } from "../marked/Marked";

export function NoteCard({ note }: { note: Note }) {
  const { me } = useSeat();
  const author = isMe(note.author, me) ? "You" : note.author.full_name;
  return (
    <div className="flex justify-end pt-4">
      <article
        aria-label={`Private note by ${author}`}
        className="max-w-[min(36rem,88%)] rounded-xl border border-dashed border-warn bg-warn-soft px-3.5 py-2.5"
      >
        <p className="mb-1 flex flex-wrap items-center gap-x-1.5 text-[13px] font-medium text-warn">
          <Lock aria-hidden className="size-3.5" />
          {author} · private note
          <time className="font-normal tabular-nums" dateTime={new Date(note.written_at).toISOString()}>
            · {timeOfDay(note.written_at)}
          </time>
        </p>
        <div className="text-ink">
          <Marked text={note.text} names={note.mentions.map(({ full_name }) => full_name)} />
        </div>
      </article>
    </div>
  );
}
