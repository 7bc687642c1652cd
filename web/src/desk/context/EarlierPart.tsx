// The customer's earlier conversations, each one click away.
import { Link } from "wouter";
import type { Dialog, Packet } from "../../api";
import { dateTime } from "../../ui";
import type { Route } from "../route";
import { outcomeInWords } from "../words";
import { Part } from "./Part";
import { useEarlier } from "./useEarlier";

export function EarlierPart({ dialog, packet, route }: { dialog: Dialog; packet: Packet | null; route: Route }) {
  const earlier = useEarlier(dialog, packet);
  if (!earlier) return null;
  return (
    <Part title="Other conversations">
      {earlier.length === 0 ? (
        <p className="text-sm text-muted">This is the only one.</p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {earlier.map((one) => (
            <li key={one.dialog}>
              <Link href={route.href({ dialog: one.dialog })} className="block rounded-lg px-2 py-1.5 hover:bg-sunken">
                <span className="block truncate">{one.about}</span>
                <span className="block text-sm text-muted">
                  {dateTime(one.started_at)}
                  {one.outcome ? ` · ${outcomeInWords(one.outcome)}` : null}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
