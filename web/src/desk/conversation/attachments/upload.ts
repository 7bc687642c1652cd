// Brings one file to the server and tells how far it is: the one thing that fetch does not.
import type { Attachment } from "../../../api";
import { ApiError, type Problem } from "../../../api";

const TIMEOUT_MS = 5 * 60_000;

export interface Upload {
  done: Promise<Attachment>;
  cancel: () => void;
}

export function upload(dialog: string, file: File, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((settle, reject) => {
    request.open("POST", `/api/v1/dialogs/${dialog}/attachments?${new URLSearchParams({ name: file.name })}`);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-baton-csrf", "1");
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? settle(JSON.parse(request.responseText) as Attachment) : reject(problemOf(request)));
    request.onerror = () => reject(new ApiError(0, "unreachable", "The server cannot be reached."));
    request.ontimeout = () => reject(new ApiError(0, "unreachable", "The upload took too long."));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}

function problemOf({ status, responseText }: XMLHttpRequest): ApiError {
  if (status === 413) return new ApiError(status, "invalid", "The file is larger than this server takes.");
  try {
    const problem = JSON.parse(responseText) as Problem;
    if (typeof problem.code === "string") return ApiError.of({ ...problem, status });
  } catch {
    // Something before the server answered: not in its words.
  }
  return new ApiError(status, "internal", `The server answered with an error (${status}).`);
}
