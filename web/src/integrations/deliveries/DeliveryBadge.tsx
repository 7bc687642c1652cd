// How a delivery stands.
import { Badge } from "../../ui";
import type { Delivery } from "../soon";
import { stateInWords } from "./words";

export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const { label, tone } = stateInWords(delivery);
  return <Badge tone={tone}>{label}</Badge>;
}
