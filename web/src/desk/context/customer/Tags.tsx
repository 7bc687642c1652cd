// A customer's tags, to be added and taken away.
import { Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { Button, Chip, cx } from "../../../ui";

interface TagsProps {
  tags: string[];
  onChange: (tags: string[]) => void;
}

const TAG_MAX = 200;

export function Tags({ tags, onChange }: TagsProps) {
  const [text, setText] = useState<string | null>(null);
  const add = () => {
    const tag = text?.trim().replace(/,$/, "").trim();
    if (tag && !tags.includes(tag)) onChange([...tags, tag]);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add();
      setText("");
    }
    if (event.key === "Escape") setText(null);
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.length > 0 ? (
        <ul aria-label="Tags" className="contents">
          {tags.map((tag) => (
            <li key={tag} className="max-w-full">
              <Chip removeLabel={`Remove the tag ${tag}`} onRemove={() => onChange(tags.filter((other) => other !== tag))}>
                <span className="truncate">{tag}</span>
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      {text === null ? (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus className="size-4" />}
          className={cx("h-7 px-2 max-md:h-11", tags.length === 0 && "-ml-2")}
          onClick={() => setText("")}
        >
          Tag
        </Button>
      ) : (
        <input
          autoFocus
          aria-label="New tag"
          placeholder="New tag"
          maxLength={TAG_MAX}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          onBlur={() => {
            add();
            setText(null);
          }}
          className="h-7 w-28 rounded-full border border-line-strong bg-surface px-2.5 text-base max-md:h-11 sm:text-[13px]"
        />
      )}
    </div>
  );
}
