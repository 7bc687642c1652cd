// Notifications on this device while somebody looks at them, and the wish to turn them on or off.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { pushState, turnPushOff, turnPushOn } from "../../push";
import { useSeat } from "../seat";

export function usePush() {
  const { me } = useSeat();
  const queries = useQueryClient();
  const key = ["push", me.id];
  const state = useQuery({
    queryKey: key,
    queryFn: () => pushState(me),
    // Permissions are changed in the browser's own settings.
    refetchOnWindowFocus: "always",
  });
  const turn = useMutation({
    mutationFn: (on: boolean) => (on ? turnPushOn(me) : turnPushOff(me)),
    onSuccess: (next) => queries.setQueryData(key, next),
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  return { state, turn };
}
