// Sends one file and tells how far it has come, which fetch cannot.
import { API, Refused } from "./call";
import type { Attachment, Problem } from "./wire";

interface Sending {
  file: File;
  onShare(share: number): void;
  signal: AbortSignal;
}

export function uploadFile(path: string, token: string | null, { file, onShare, signal }: Sending): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new TypeError("The connection was lost."));
    request.open("POST", API + path);
    request.responseType = "json";
    if (token) request.setRequestHeader("authorization", `Bearer ${token}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onShare(total ? loaded / total : 0);
    request.onerror = request.ontimeout = request.onabort = lost;
    request.onload = () => {
      const { status, response } = request;
      if (status === 201 && response) resolve(response as Attachment);
      else reject(new Refused({ detail: "", ...(response as Partial<Problem> | null), status }));
    };
    if (signal.aborted) return lost();
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
