// One call to the public API. A refusal is a Refused, everything else that goes wrong is the network.
import type { Problem } from "./wire";

export const API = "/api/v1";
const PATIENCE_MS = 20_000;

export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterMs: number | null = null,
  ) {
    super(problem.detail);
  }
}

// The callers name the shape that the contract promises for each path.
export async function call(path: string, token: string | null, method = "GET", body?: object): Promise<any> {
  const response = await send(path, token, method, body);
  return response.status === 204 ? undefined : response.json();
}

export async function fetchFile(path: string, token: string | null): Promise<Blob> {
  return (await send(path, token, "GET")).blob();
}

async function send(path: string, token: string | null, method: string, body?: object): Promise<Response> {
  const response = await fetch(API + path, {
    method,
    credentials: "omit",
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.ok) return response;
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  throw new Refused({ detail: "", ...problem, status: response.status }, retryAfterMs(response));
}

function retryAfterMs({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after"));
  return seconds > 0 ? seconds * 1000 : null;
}
