// Sends files to the server one by one: however many there are, one that does not fit stops no other.
import { api, ApiError, type Source } from "../api";
import { byteSize } from "../ui";

export const FILE_MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 60_000;

/** What became of one file. */
export interface Uploaded {
  file: string;
  error: string | null;
}

interface Answer {
  items: { file: string; source: Source | null; error: { detail: string } | null }[];
}

export async function upload(app: number, files: File[]): Promise<Uploaded[]> {
  const all: Uploaded[] = [];
  for (const file of files) all.push({ file: file.name, error: await errorOf(app, file) });
  return all;
}

async function errorOf(app: number, file: File): Promise<string | null> {
  if (file.size > FILE_MAX_BYTES) {
    return `It has ${byteSize(file.size)}, and a file may have ${byteSize(FILE_MAX_BYTES)}. Split it into smaller ones.`;
  }
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    const { items } = await api.post<Answer>(`/apps/${app}/sources/files`, form, { timeout_ms: TIMEOUT_MS });
    return items[0]?.error?.detail ?? null;
  } catch (error) {
    // Without permission the others would fare no better.
    if (error instanceof ApiError && error.code !== "forbidden") return error.message;
    throw error;
  }
}
