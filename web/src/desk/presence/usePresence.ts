// Whether I am there, why not, and how many conversations I have; and the wish to change the first two.
import { useQueryClient } from "@tanstack/react-query";
import { api, type Me } from "../../api";
import { useLiveState } from "../../live";
import { toast } from "../../ui";
import { useSeat } from "../seat";
import { useAfterControl } from "../useAfterControl";
import { useAgents } from "../useAgents";

export function usePresence() {
  const { me } = useSeat();
  const heard = useLiveState((state) => state.presence[me.id]);
  const self = useAgents().data?.find(({ id }) => id === me.id);
  useAfterControl("agents");
  const away = heard?.away ?? me.away;
  return {
    away,
    reason: away ? (heard ? heard.away_reason : (self?.away_reason ?? null)) : null,
    load: self && { load: self.load, capacity: self.capacity },
    choose: useChoosePresence(),
  };
}

export function useChoosePresence() {
  const queries = useQueryClient();
  return async (away: boolean, reason: string | null = null) => {
    try {
      await api.put("/me/presence", { away, reason });
      queries.setQueryData<Me | null>(["me"], (known) => (known ? { ...known, away } : known));
    } catch (error) {
      toast.failed(error);
    }
  };
}
