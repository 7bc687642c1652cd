// Who sits at this desk and which app it is about: what every view in it may count on.
import { createContext, use } from "react";
import type { Me } from "../api";

export interface Seat {
  me: Me;
  app: number;
}

export const SeatContext = createContext<Seat | null>(null);

export function useSeat(): Seat {
  const seat = use(SeatContext);
  if (!seat) throw new Error("a view of the desk must stand inside SeatContext");
  return seat;
}
