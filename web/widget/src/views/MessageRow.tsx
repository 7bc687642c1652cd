// One stored message: who wrote it, what it says, and what belongs to it.
import { type Conversation, receipt } from "../conversation";
import type { Row } from "../rows";
import type { Ai } from "../wire";
import { Bubble, Meta } from "./Bubble";
import { useScreen } from "./screen";
import { Suggestions } from "./Suggestions";

interface Props {
  row: Row;
  conversation: Conversation;
  /** Whether the visitor has nothing on its way. */
  current: boolean;
}

export function MessageRow({ row: { message, newDay, first, last }, conversation, current }: Props) {
  const { texts, clock } = useScreen();
  const { sender, ai, text, sent_at } = message;
  const own = sender.id === conversation.me;
  const isAi = ai !== null || sender.kind === "assistant";
  const newest = message === conversation.messages.at(-1);
  const newestOwn = own && message === conversation.messages.findLast(({ sender }) => sender.id === conversation.me);
  return (
    <>
      {newDay && <h2 class="day">{clock.day(sent_at)}</h2>}
      <Bubble own={own} sender={first ? { name: sender.full_name, isAi } : null} text={text}>
        {ai && <Origin ai={ai} />}
        {(last || newestOwn) && (
          <Meta at={sent_at}>{newestOwn && current && texts[receipt(conversation, message)]}</Meta>
        )}
      </Bubble>
      {newest && current && ai && <Suggestions label={texts.suggestions} questions={ai.suggestions} />}
    </>
  );
}

/** Where an AI's answer comes from. */
function Origin({ ai: { kind, sources } }: { ai: Ai }) {
  const { texts } = useScreen();
  const titles = [...new Set(sources.map(({ title }) => title))];
  if (kind === "general_answer") return <p class="origin">{texts.not_from_sources}</p>;
  if (!titles.length) return null;
  return (
    <p class="origin">
      {texts.sources} <bdi>{titles.join(", ")}</bdi>
    </p>
  );
}
