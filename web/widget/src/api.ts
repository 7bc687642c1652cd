// The calls that the widget makes for a visitor.
import type { Address } from "./address";
import type { Claim } from "./bridge";
import { call, fetchFile } from "./call";
import { uploadFile } from "./upload";
import type { Attachment, Dialog, DialogPage, Message, MessagePage, Visitor } from "./wire";

const PAGE = 50;

export type Api = ReturnType<typeof createApi>;

/** `token` and `language` are asked for at each call, as both may change. */
export function createApi({ app, assistant, page }: Address, token: () => string | null, language: () => string) {
  const own = (path: string, method = "GET", body?: object) => call(`/dialogs${path}`, token(), method, body);

  /** A page of this visitor's conversations with this AI Agent, the newest first. It is not empty while there are more. */
  async function dialogs(after: string | null = null): Promise<DialogPage> {
    const { items, next }: DialogPage = await own(`?${new URLSearchParams({ limit: `${PAGE}`, ...(after && { after }) })}`);
    const mine = items.filter((dialog) => dialog.type === 2 && dialog.assistant?.id === assistant);
    if (!mine.length && next) return dialogs(next);
    return { items: mine.sort((one, other) => other.updated_at - one.updated_at), next };
  }

  return {
    newVisitor(claim: Claim | null): Promise<Visitor> {
      const { token: identity, name, email } = claim ?? {};
      const said = { ...(identity && { identity }), ...(name && { full_name: name }), ...(email && { email }) };
      return call(`/apps/${app}/visitors`, null, "POST", { assistant, language: language(), ...(page && { page }), ...said });
    },
    newDialog: (): Promise<Dialog> => own("", "POST", { type: 2, assistant }),
    dialogs,
    dialog: (id: string): Promise<Dialog> => own(`/${id}`),
    newest: (id: string): Promise<MessagePage> => own(`/${id}/messages?limit=${PAGE}`),
    older: (id: string, before: number): Promise<MessagePage> => own(`/${id}/messages?before=${before}&limit=${PAGE}`),
    say: (dialog: string, id: string, text: string, attachments: string[]): Promise<Message> =>
      own(`/${dialog}/messages`, "POST", { id, text, ...(attachments.length && { attachments }) }),
    judge: (dialog: string, message: string, helpful: boolean): Promise<void> =>
      own(`/${dialog}/messages/${message}/feedback`, "PUT", { helpful }),
    rate: (dialog: string, handover: string, score: number, comment: string): Promise<void> =>
      own(`/${dialog}/rating`, "PUT", { handover, score, ...(comment && { comment }) }),
    askForPerson: (dialog: string): Promise<Dialog> => own(`/${dialog}/handover`, "PUT", {}),
    wantNoPerson: (dialog: string): Promise<Dialog> => own(`/${dialog}/handover`, "DELETE"),
    leaveContact: (dialog: string, email: string): Promise<Dialog> => own(`/${dialog}/contact`, "PUT", { email }),
    upload: (dialog: string, file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<Attachment> =>
      uploadFile(`/dialogs/${dialog}/attachments?${new URLSearchParams({ name: file.name })}`, token(), { file, onShare, signal }),
    file: (dialog: string, attachment: string): Promise<Blob> =>
      fetchFile(`/dialogs/${dialog}/attachments/${attachment}?inline=1`, token()),
  };
}
