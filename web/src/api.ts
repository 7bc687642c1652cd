// Talks to the server: one fetch with the cookie, the CSRF header, a time limit and typed errors. Decides nothing.
import type { components } from "./api.gen";

type Schemas = components["schemas"];
export type App = Schemas["App"];
export type Me = Schemas["Me"];
export type Assistant = Schemas["Assistant"];
export type AssistantSettings = Schemas["AssistantSettings"];
export type HandoverRule = Schemas["HandoverRule"];
export type Report = Schemas["Report"];
export type Agent = Schemas["Agent"];
export type Team = Schemas["Team"];
export type User = Schemas["User"];
export type Source = Schemas["Source"];
export type SourceDetail = Schemas["SourceDetail"];
export type SourceVersion = Schemas["SourceVersion"];
export type Knowledge = Schemas["KnowledgeView"];
export type EmbeddingModel = Schemas["EncoderView"];
export type Site = Schemas["Site"];
export type SitePage = Schemas["SitePage"];
export type SiteProgress = Schemas["SiteProgress"];
export type Curve = Schemas["Curve"];
export type CurvePoint = Schemas["CurvePoint"];
export type UnansweredQuestion = Schemas["UnansweredQuestion"];
export type UnansweredDetail = Schemas["UnansweredDetail"];
export type AnsweredQuestion = Schemas["AnsweredQuestion"];
export type Wording = Schemas["Wording"];
export type TrendDay = Schemas["Day"];
export type Replay = Schemas["Replay"];
export type Dialog = Schemas["Dialog"];
export type Message = Schemas["Message"];
export type Handover = Schemas["Handover"];
export type Packet = Schemas["Packet"];
export type Evidence = Schemas["Evidence"];
export type Verdict = Schemas["Verdict"];
export type VerdictOutcome = Schemas["VerdictOutcome"];
export type VerdictPart = Schemas["VerdictPart"];
export type Signal = Schemas["Signal"];
export type SignalName = Schemas["SignalName"];
export type Statement = Schemas["Statement"];
export type Person = Schemas["Person"];
export type Control = Schemas["Control"];
export type Ai = Schemas["Ai"];
export type Problem = Schemas["Problem"];
export type Warning = Schemas["Warning"];
export type LocalText = Schemas["LocalText"];
export type Notifications = Schemas["Notifications"];
export type ShownNotifications = Schemas["ShownNotifications"];
export type DeadLetter = Schemas["DeadLetter"];
export type Actor = Schemas["Actor"];
export type Attachment = Schemas["Attachment"];
export type Attention = Schemas["Attention"];
export type AuditChange = Schemas["AuditChange"];
export type AuditEntry = Schemas["AuditEntry"];
export type CannedReply = Schemas["CannedReply"];
export type Colour = Schemas["Colour"];
export type CreatedWebhook = Schemas["CreatedWebhook"];
export type Delivery = Schemas["Delivery"];
export type DeliveryDetail = Schemas["DeliveryDetail"];
export type DeliveryState = Schemas["DeliveryState"];
export type Drafted = Schemas["Drafted"];
export type Hit = Schemas["Hit"];
export type Invitation = Schemas["Invitation"];
export type InvitationFace = Schemas["InvitationFace"];
export type InvitationLink = Schemas["InvitationLink"];
export type InvitationRole = Schemas["InvitationRole"];
export type Label = Schemas["Label"];
export type LastMessage = Schemas["LastMessage"];
export type Note = Schemas["Note"];
export type Overview = Schemas["Overview"];
export type Rating = Schemas["Rating"];
export type Ratings = Schemas["Ratings"];
export type Start = Schemas["Start"];
export type Today = Schemas["Today"];
export type Tone = Schemas["Tone"];
export type View = Schemas["View"];
export type ViewFilter = Schemas["ViewFilter"];
export type WantedDraft = Schemas["WantedDraft"];
export type Webhook = Schemas["Webhook"];
export type WebhookEvent = Schemas["WebhookEvent"];
export type WidgetSettings = Schemas["WidgetSettings"];

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Whatever went wrong, as a sentence for people (`message`) and a code and reason for programs. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    readonly status: number,
    readonly code: Problem["code"] | "unreachable",
    detail: string,
    readonly reason: string | null = null,
    readonly fields: { field: string; message: string }[] = [],
    readonly holder: { id: number; full_name: string } | null = null,
  ) {
    super(detail);
  }

  static of(problem: Problem): ApiError {
    return new ApiError(
      problem.status,
      problem.code,
      problem.detail || problem.title,
      problem.reason ?? null,
      problem.fields ?? [],
      problem.holder ?? null,
    );
  }
}

export interface CallOptions {
  signal?: AbortSignal;
  timeout_ms?: number;
}

const TIMEOUT_MS = 20_000;

export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("POST", path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PUT", path, body, options),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>("PATCH", path, body, options),
  delete: <T = void>(path: string, body?: unknown, options?: CallOptions) => call<T>("DELETE", path, body, options),
};

/** Adds a query string to a path; empty and missing values are left out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === "" ? [] : [[name, String(value)]],
  );
  return pairs.length ? `${path}?${new URLSearchParams(pairs)}` : path;
}

async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const response = await send(method, path, body, options);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(method: string, path: string, body: unknown, options: CallOptions): Promise<Response> {
  const limit = AbortSignal.timeout(options.timeout_ms ?? TIMEOUT_MS);
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["x-baton-csrf"] = "1";
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers,
      credentials: "same-origin",
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
    });
  } catch (cause) {
    // The caller gave up: not an error to show.
    if (options.signal?.aborted) throw cause;
    throw new ApiError(0, "unreachable", unreachable(limit));
  }
}

function unreachable(limit: AbortSignal): string {
  return limit.aborted
    ? "The server took too long to answer. Try again in a moment."
    : "The server cannot be reached. Check your connection and try again.";
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  if (problem && typeof problem.code === "string") return ApiError.of({ ...problem, status: response.status });
  return new ApiError(response.status, "internal", `The server answered with an error (${response.status}). Try again.`);
}
