// Where to search in all conversations. What is typed stands in the address, a moment later.
import { ListFilter, Search, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { cx, IconButton, Key } from "../../ui";
import { isNarrowed, type PaneName, type Route } from "../route";
import { useOpenWindow } from "../windows";
import { keepSearchField } from "./searchField";

const SETTLE_MS = 250;

export function SearchField({ route }: { route: Route }) {
  const open = useOpenWindow();
  const { text, type, leave } = useSearchText(route);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      event.preventDefault();
      leave();
      event.currentTarget.blur();
    }
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      document.querySelector<HTMLElement>("[data-hit]")?.focus();
    }
  };
  return (
    <div className="flex items-center gap-1 p-2">
      <div role="search" className="relative min-w-0 flex-1">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" />
        <input
          ref={keepSearchField}
          type="text"
          enterKeyHint="search"
          aria-label="Search conversations"
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          className="peer h-9 w-full rounded-lg border border-transparent bg-sunken pr-9 pl-8.5 text-base placeholder:text-faint focus:border-line-strong focus:bg-surface focus-visible:outline-offset-0 max-md:h-11 sm:text-[15px]"
        />
        {text ? (
          <IconButton label="Leave the search" size="sm" onClick={leave} className="absolute top-1/2 right-0.5 -translate-y-1/2 max-md:size-11">
            <X />
          </IconButton>
        ) : (
          <span aria-hidden className="absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden max-md:hidden">
            <Key>/</Key>
          </span>
        )}
      </div>
      <IconButton label="Filter" className={cx("size-9 max-md:size-11", isNarrowed(route.filter) && "text-accent-ink")} onClick={() => open("filter")}>
        <ListFilter />
      </IconButton>
    </div>
  );
}

/** Leaving the search leads back to the list where it began; what narrows them stays. */
function useSearchText({ q, list, filter, go }: Route) {
  const [text, setText] = useState(q);
  const before = useRef<PaneName>(list);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!q) before.current = list;
  }, [q, list]);
  // Somebody went elsewhere, or came back by the browser's own button.
  useEffect(() => {
    setText((typed) => (typed.trim() === q ? typed : q));
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (wanted: string) => {
    if (wanted) go({ list: "all", filter, q: wanted }, { replace: q !== "" });
    else if (q) go({ list: before.current, filter, q: "" });
  };
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(next.trim()), SETTLE_MS);
  };
  const leave = () => {
    clearTimeout(timer.current);
    setText("");
    search("");
  };
  return { text, type, leave };
}
