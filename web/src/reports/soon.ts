// What customers think of the help they got, as reports tell it.
import type { Report } from "../api";

export interface Ratings {
  count: number;
  /** Of 1 to 5; null when nobody has rated. */
  average: number | null;
  /** How many gave 1, 2, 3, 4 and 5. */
  by_score: number[];
}

interface Rated {
  ratings: Ratings;
}

export interface RatedReport extends Omit<Report, "agents" | "assistants">, Rated {
  agents: (Report["agents"][number] & Rated)[];
  assistants: (Report["assistants"][number] & Rated)[];
}
