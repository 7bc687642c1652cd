// The few words of the launcher, per language of the browser. Tuples, because this script counts its bytes.

type LauncherTexts = [open: string, close: string, unread: string];

const en: LauncherTexts = ["Open chat", "Close chat", "unread"];

const others: Record<string, LauncherTexts> = {
  de: ["Chat öffnen", "Chat schließen", "ungelesen"],
  es: ["Abrir el chat", "Cerrar el chat", "sin leer"],
  fr: ["Ouvrir le chat", "Fermer le chat", "non lus"],
};

export const [openText, closeText, unreadText] = others[navigator.language.slice(0, 2)] ?? en;
