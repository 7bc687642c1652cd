// Writes and deletes canned replies, and reads the list anew.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type CannedReply } from "../../../api";
import { toast } from "../../../ui";
import { useSeat } from "../../seat";

export function useCannedChanges() {
  const { app } = useSeat();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const path = `/apps/${app}/canned_replies`;

  const change = async (ask: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await ask();
      await queries.invalidateQueries({ queryKey: ["desk", "canned replies", app] });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    save: (id: number | null, reply: Omit<CannedReply, "id">) =>
      change(() => (id === null ? api.post(path, reply) : api.put(`${path}/${id}`, reply))),
    remove: (id: number) => change(() => api.delete(`${path}/${id}`)).catch(toast.failed),
  };
}
