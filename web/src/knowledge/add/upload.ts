// Sends files to the server one by one: however many there are, one that does not fit stops no other.
import { api, ApiError, type Source } from "../../api";
import { byteSize } from "../../ui";

export const FILE_MAX_BYTES = 20_000_000;
export const ACCEPTED = ".md,.markdown,.txt,.html,.htm,.pdf,.docx,.xlsx,.xls,.ods,.csv,.json";
const TIMEOUT_MS = 120_000;

export type FileState = { state: "waiting" } | { state: "sending" } | { state: "added" } | { state: "failed"; error: string };

/** One file and what became of it so far. */
export interface Upload {
  id: number;
  file: File;
  outcome: FileState;
}

interface Answer {
  items: { file: string; source: Source | null; error: { detail: string } | null }[];
}

export async function send(app: number, file: File): Promise<FileState> {
  if (file.size > FILE_MAX_BYTES) {
    return failed(`It has ${byteSize(file.size)}, and a file may have ${byteSize(FILE_MAX_BYTES)}. Split it into smaller ones.`);
  }
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    const { items } = await api.post<Answer>(`/apps/${app}/sources/files`, form, { timeout_ms: TIMEOUT_MS });
    const error = items[0]?.error;
    return error ? failed(error.detail) : { state: "added" };
  } catch (error) {
    // Without permission the others would fare no better.
    if (error instanceof ApiError && error.code !== "forbidden") return failed(error.message);
    throw error;
  }
}

function failed(error: string): FileState {
  return { state: "failed", error };
}

/** "3 of 12 added, 1 failed". */
export function tally(uploads: Upload[]): string {
  const count = (state: FileState["state"]) => uploads.filter(({ outcome }) => outcome.state === state).length;
  const failures = count("failed");
  return `${count("added")} of ${uploads.length} added${failures > 0 ? `, ${failures} failed` : ""}`;
}
