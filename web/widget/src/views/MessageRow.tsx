// One message, stored or in the making: who wrote it, what it says, and what belongs to it.
import { type Conversation, receipt } from "../conversation";
import { DRAFT_ID } from "../draft";
import { spansOf } from "../origins";
import type { Row } from "../rows";
import { Attachments } from "./Attachments";
import { Bubble, Meta } from "./Bubble";
import { Origins } from "./Origins";
import { isRated, Rating } from "./Rating";
import { useScreen } from "./screen";
import { Suggestions } from "./Suggestions";
import { ContactForm } from "./ContactForm";
import { Dots } from "./Typing";

interface Props {
  row: Row;
  conversation: Conversation;
  /** What the visitor has just said about it, saved or not. */
  rating: boolean | undefined;
  /** Whether the visitor has nothing on its way. */
  current: boolean;
}

export function MessageRow({ row: { message, newDay, first, last }, conversation, rating, current }: Props) {
  const { texts, clock } = useScreen();
  const { sender, ai, text, sent_at } = message;
  const own = sender.id === conversation.me;
  const isAi = ai !== null || sender.kind === "assistant";
  const making = message.id === DRAFT_ID;
  const newest = message === conversation.messages.at(-1);
  const newestOwn = own && message === conversation.messages.findLast(({ sender }) => sender.id === conversation.me);
  const choices = ai?.kind === "clarify" || ai?.kind === "ask_first";
  const asksForContact = newest && ai?.kind === "leave_contact" && conversation.control?.phase === "waiting";
  return (
    <>
      {newDay && <h2 class="day">{clock.day(sent_at)}</h2>}
      <Bubble
        own={own}
        sender={first ? { name: sender.full_name, isAi } : null}
        spans={spansOf(text, ai)}
        making={making}
      >
        <Attachments dialog={message.dialog} attachments={message.attachments ?? []} />
        {ai && <Origins ai={ai} />}
        <div class="under">
          {making && <Dots />}
          {!making && (last || newestOwn) && (
            <Meta at={sent_at}>{newestOwn && current && texts[receipt(conversation, message)]}</Meta>
          )}
          {isRated(message) && <Rating message={message} wanted={rating} />}
        </div>
      </Bubble>
      {asksForContact && <ContactForm />}
      {newest && current && ai && (
        <Suggestions label={choices ? texts.choices : texts.suggestions} questions={ai.suggestions} choices={choices} />
      )}
    </>
  );
}
