// Settings as they are sent: without the boxes that were opened and left empty.
import type { AssistantSettings, LocalText } from "../../api";
import { sentHours } from "./handover/hours/week";

export function tidied(settings: AssistantSettings): AssistantSettings {
  const { welcome, unanswered } = settings;
  const { handover } = unanswered;
  return {
    ...settings,
    name: settings.name.trim(),
    suggested_questions: settings.suggested_questions.map((question) => question.trim()).filter(Boolean),
    welcome: { ...welcome, text: withoutEmptyLanguages(welcome.text) },
    unanswered: {
      ...unanswered,
      dont_know_message: withoutEmptyLanguages(unanswered.dont_know_message),
      handover: {
        ...handover,
        message: withoutEmptyLanguages(handover.message),
        assigned_message: withoutEmptyLanguages(handover.assigned_message),
        offline_message: withoutEmptyLanguages(handover.offline_message),
        no_agent_message: withoutEmptyLanguages(handover.no_agent_message),
        ask_first_message: withoutEmptyLanguages(handover.ask_first_message),
        closed_message: withoutEmptyLanguages(handover.closed_message),
        contact_message: withoutEmptyLanguages(handover.contact_message),
        reply_to_contact_message: withoutEmptyLanguages(handover.reply_to_contact_message),
        still_here_message: withoutEmptyLanguages(handover.still_here_message),
        returned_message: withoutEmptyLanguages(handover.returned_message),
        hours: sentHours(handover.hours),
      },
    },
  };
}

/** An empty default may be meant: it says that nothing is posted. An empty language would silence that language alone. */
function withoutEmptyLanguages(text: LocalText): LocalText {
  const given = Object.entries(text).filter(([language, words]) => language === "default" || words.trim() !== "");
  return { ...Object.fromEntries(given), default: text.default };
}
