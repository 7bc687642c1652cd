// Where an AI's answer comes from.
import { originsOf } from "../origins";
import type { Ai } from "../wire";
import { Mark } from "./Bubble";
import { useScreen } from "./screen";

export function Origins({ ai }: { ai: Ai }) {
  const { texts } = useScreen();
  const origins = originsOf(ai);
  if (ai.kind === "general_answer") return <p class="origin">{texts.not_from_sources}</p>;
  if (!origins.length) return null;
  return (
    <p class="origin">
      {texts.sources}{" "}
      {origins.map(({ title, href }, index) => (
        <span key={index}>
          {index > 0 && ", "}
          {ai.statements?.length ? <Mark origin={index + 1} /> : null}
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              <bdi>{title}</bdi>
            </a>
          ) : (
            <bdi>{title}</bdi>
          )}
        </span>
      ))}
    </p>
  );
}
