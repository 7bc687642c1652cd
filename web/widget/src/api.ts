// The calls that the widget makes. A refusal is a Refused, everything else that goes wrong is the network.
import type { Address } from "./address";
import type { Dialog, Message, MessagePage, Opening, Problem, Visitor } from "./wire";

const PAGE = 50;

export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | null,
  ) {
    super(problem.detail);
  }
}

export type Api = ReturnType<typeof createApi>;

/** `token` is asked for at each call, as a visitor may be replaced. */
export function createApi(base: string, address: Address, token: () => string | null) {
  const { app, assistant, language, page } = address;
  const public_ = (path: string, body?: object) => call(base + path, null, body ? "POST" : "GET", body);
  const own = (path: string, method = "GET", body?: object) => call(base + path, token(), method, body);
  return {
    opening: (): Promise<Opening> =>
      public_(`/apps/${app}/assistants/${assistant}/widget?${new URLSearchParams({ language })}`),
    newVisitor: (): Promise<Visitor> => public_(`/apps/${app}/visitors`, { language, ...(page && { page }) }),
    newDialog: (): Promise<Dialog> => own("/dialogs", "POST", { type: 2, assistant }),
    dialogs: async (): Promise<Dialog[]> => (await own("/dialogs?limit=20")).items,
    dialog: (id: string): Promise<Dialog> => own(`/dialogs/${id}`),
    newest: (id: string): Promise<MessagePage> => own(`/dialogs/${id}/messages?limit=${PAGE}`),
    older: (id: string, before: number): Promise<MessagePage> =>
      own(`/dialogs/${id}/messages?before=${before}&limit=${PAGE}`),
    say: (dialog: string, id: string, text: string): Promise<Message> =>
      own(`/dialogs/${dialog}/messages`, "POST", { id, text }),
    rate: (dialog: string, message: string, helpful: boolean): Promise<void> =>
      own(`/dialogs/${dialog}/messages/${message}/feedback`, "PUT", { helpful }),
    askForPerson: (dialog: string): Promise<Dialog> => own(`/dialogs/${dialog}/handover`, "PUT", {}),
    wantNoPerson: (dialog: string): Promise<Dialog> => own(`/dialogs/${dialog}/handover`, "DELETE"),
    leaveContact: (dialog: string, email: string): Promise<Dialog> => own(`/dialogs/${dialog}/contact`, "PUT", { email }),
  };
}

// The callers name the shape that the contract promises for each path.
async function call(url: string, token: string | null, method: string, body?: object): Promise<any> {
  const response = await fetch(url, {
    method,
    credentials: "omit",
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  if (response.ok) return response.status === 204 ? undefined : response.json();
  throw new Refused(await problemOf(response), retryAfterMs(response));
}

async function problemOf(response: Response): Promise<Problem> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  return { detail: "", ...problem, status: response.status };
}

function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after"));
  return seconds > 0 ? seconds * 1000 : null;
}
