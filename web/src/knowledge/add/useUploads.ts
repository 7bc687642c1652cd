// Files on their way to the server, one after the other; more can be added while some are still waiting.
import { useCallback, useEffect, useRef, useState } from "react";
import { useSourcesChanged } from "../sources/sources";
import { send, type FileState, type Upload } from "./upload";

export function useUploads(app: number, first: File[]) {
  const [uploads, setUploads] = useState<Upload[]>(() => first.map((file, id) => waiting(file, id)));
  const [refused, setRefused] = useState<string | null>(null);
  const sending = useRef<number | null>(null);
  const changed = useSourcesChanged(app);

  const settle = useCallback((id: number, outcome: FileState) => {
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, outcome } : upload)));
  }, []);
  const next = refused ? undefined : uploads.find(({ outcome }) => outcome.state === "waiting");

  useEffect(() => {
    if (!next || sending.current !== null) return;
    sending.current = next.id;
    settle(next.id, { state: "sending" });
    send(app, next.file)
      .then((outcome) => {
        sending.current = null;
        settle(next.id, outcome);
        if (outcome.state === "added") void changed();
      })
      .catch((error: unknown) => {
        sending.current = null;
        setRefused(error instanceof Error ? error.message : String(error));
      });
  });

  return {
    uploads,
    refused,
    busy: !refused && uploads.some(({ outcome }) => outcome.state === "waiting" || outcome.state === "sending"),
    /** Leaves out what is not on its way yet. */
    stop: () => setUploads((before) => before.filter(({ outcome }) => outcome.state !== "waiting")),
    add: (files: File[]) =>
      setUploads((before) => {
        const next = Math.max(-1, ...before.map(({ id }) => id)) + 1;
        return [...before, ...files.map((file, at) => waiting(file, next + at))];
      }),
  };
}

function waiting(file: File, id: number): Upload {
  return { id, file, outcome: { state: "waiting" } };
}
