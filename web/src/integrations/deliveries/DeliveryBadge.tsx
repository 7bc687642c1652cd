// How a delivery stands.
import type { Delivery } from "../../api";
import { Badge } from "../../ui";
import { stateInWords } from "./words";

export function DeliveryBadge({ delivery }: { delivery: Delivery }) {
  const { label, tone } = stateInWords(delivery);
  return <Badge tone={tone}>{label}</Badge>;
}
