// The languages that the widget speaks, with the few words that are needed before it opens. One line a language here, one file in texts/.

/** `unread` has # where the number goes. */
type Few = [chat: string, open: string, close: string, unread: string, offline: string];

const FEW = {
  en: ["Chat", "Open chat", "Close chat", "# unread", "No connection. The chat opens as soon as it is back."],
  ar: ["دردشة", "فتح الدردشة", "إغلاق الدردشة", "غير مقروءة: #", "لا يوجد اتصال. ستُفتح الدردشة فور عودته."],
  de: ["Chat", "Chat öffnen", "Chat schließen", "# ungelesen", "Keine Verbindung. Der Chat öffnet sich, sobald sie wieder da ist."],
  es: ["Chat", "Abrir el chat", "Cerrar el chat", "# sin leer", "Sin conexión. El chat se abrirá en cuanto se restablezca."],
  fr: ["Chat", "Ouvrir le chat", "Fermer le chat", "Non lus\u00a0: #", "Pas de connexion. Le chat s’ouvrira dès qu’elle sera rétablie."],
  he: ["צ׳אט", "פתיחת הצ׳אט", "סגירת הצ׳אט", "לא נקראו: #", "אין חיבור. הצ׳אט ייפתח כשהחיבור יחזור."],
  hi: ["चैट", "चैट खोलें", "चैट बंद करें", "# अपठित", "कनेक्शन नहीं है। वापस आते ही चैट खुल जाएगी।"],
  it: ["Chat", "Apri la chat", "Chiudi la chat", "Non letti: #", "Nessuna connessione. La chat si aprirà appena tornerà."],
  ja: ["チャット", "チャットを開く", "チャットを閉じる", "未読#件", "接続がありません。回復しだいチャットを開きます。"],
  nl: ["Chat", "Chat openen", "Chat sluiten", "# ongelezen", "Geen verbinding. De chat opent zodra de verbinding terug is."],
  pl: ["Czat", "Otwórz czat", "Zamknij czat", "Nieprzeczytane: #", "Brak połączenia. Czat otworzy się, gdy tylko wróci."],
  pt: ["Chat", "Abrir o chat", "Fechar o chat", "Não lidas: #", "Sem conexão. O chat abre assim que ela voltar."],
  ru: ["Чат", "Открыть чат", "Закрыть чат", "Непрочитанных: #", "Нет соединения. Чат откроется, как только оно появится."],
  sv: ["Chatt", "Öppna chatten", "Stäng chatten", "Olästa: #", "Ingen anslutning. Chatten öppnas så snart den är tillbaka."],
  tr: ["Sohbet", "Sohbeti aç", "Sohbeti kapat", "# okunmamış", "Bağlantı yok. Bağlantı gelince sohbet açılacak."],
  uk: ["Чат", "Відкрити чат", "Закрити чат", "Непрочитаних: #", "Немає з’єднання. Чат відкриється, щойно воно з’явиться."],
  zh: ["聊天", "打开聊天", "关闭聊天", "# 条未读", "没有网络连接。恢复后聊天会自动打开。"],
} satisfies Record<string, Few>;

export type Language = keyof typeof FEW;

export const LANGUAGES = Object.keys(FEW) as Language[];

const RIGHT_TO_LEFT: Language[] = ["ar", "he"];

/** The first of the wished languages that is spoken here; English when none is. */
export function chosen(wished: readonly (string | null | undefined)[]): Language {
  const short = wished.map((language) => (language ?? "").slice(0, 2).toLowerCase());
  return (short.find((language) => language in FEW) as Language | undefined) ?? "en";
}

export function fewWords(language: Language) {
  const [chat, open, close, unread, offline] = FEW[language];
  return { chat, open, close, unread, offline };
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}
