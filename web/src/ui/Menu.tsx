// A button that opens a short list of things to do.
import * as Radix from "@radix-ui/react-dropdown-menu";
import { Fragment, type ReactNode } from "react";
import { cx } from "./classes";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** Items that follow each other under the same name are set off from the others; a blank one is not shown. */
  group?: string;
  onSelect: () => void;
}

interface MenuProps {
  /** One focusable element, usually an IconButton. */
  trigger: ReactNode;
  items: MenuItem[];
  /** Stands above the items and cannot be picked. */
  heading?: ReactNode;
  align?: "start" | "end";
}

export function Menu({ trigger, items, heading, align = "end" }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 animate-appear rounded-xl border border-line bg-raised p-1.5 shadow-raised"
        >
          {heading ? <Radix.Label className="px-2.5 pt-1.5 pb-2 text-sm text-muted">{heading}</Radix.Label> : null}
          {items.map((item, index) => (
            <Fragment key={item.label}>
              {index > 0 && item.group !== items[index - 1]?.group ? <GroupName name={item.group} /> : null}
              <Radix.Item
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
                className={cx(
                  "flex cursor-default items-center gap-2.5 rounded-lg px-2.5 py-2 outline-none data-disabled:opacity-55 data-highlighted:bg-sunken max-md:min-h-11 pointer-coarse:min-h-11 [&_svg]:size-4",
                  item.danger && "text-danger",
                )}
              >
                {item.icon}
                {item.label}
              </Radix.Item>
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function GroupName({ name }: { name: string | undefined }) {
  return (
    <>
      <Radix.Separator className="mx-2.5 my-1.5 h-px bg-line" />
      {name?.trim() ? <Radix.Label className="px-2.5 pt-0.5 pb-1 text-[13px] font-semibold text-muted">{name}</Radix.Label> : null}
    </>
  );
}
