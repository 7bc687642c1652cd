// A page of the widget in a frame: as large as a visitor's, drawn as small as there is room, and told what to show.
import { useEffect, useRef, useState, type RefObject } from "react";
import { useOnline, useWidth } from "../ui";

interface WidgetFrameProps {
  title: string;
  /** Of the page's address; another one is another page. */
  query?: Record<string, string>;
  size: { width: number; height: number };
  /** Of the room that there is. */
  share?: number;
  /** What the page is told when it is there, and whenever that changes. */
  wanted: object;
}

export function WidgetFrame({ title, query = {}, size, share = 1, wanted }: WidgetFrameProps) {
  const { element, width } = useWidth<HTMLDivElement>(336);
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const online = useOnline();
  const scale = Math.min(1, (share * width) / size.width);
  const message = JSON.stringify(wanted);
  const address = `/widget/preview.html?${new URLSearchParams(query)}`;

  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      const isReady = source === frame.current?.contentWindow && origin === location.origin && data?.baton === "preview-ready";
      if (isReady) setReady((times) => times + 1);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);

  useEffect(() => {
    if (ready > 0) frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin);
  }, [ready, message]);

  useFocusKept(frame);

  return (
    <div ref={element} role="img" aria-label={title} className="flex justify-center">
      <div className="overflow-hidden rounded-xl border border-line" style={{ width: size.width * scale, height: size.height * scale }}>
        <iframe
          // A page of another size is another page: what is drawn in it begins anew.
          key={`${address} ${size.width}`}
          ref={frame}
          title={title}
          // To look at: it does not answer.
          inert
          // A page that could not be fetched is fetched when there is a connection again.
          src={ready > 0 || online ? address : undefined}
          // Where it is not shown, it is not loaded.
          loading="lazy"
          className="origin-top-left border-0"
          style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  );
}

/** A chat that opens takes the focus, as it should on a website; here it goes back to who is configuring it. */
function useFocusKept(frame: RefObject<HTMLIFrameElement | null>) {
  useEffect(() => {
    let last = document.activeElement;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== frame.current) last = target;
    };
    const giveBack = () =>
      setTimeout(() => {
        if (document.activeElement === frame.current && last instanceof HTMLElement) last.focus({ preventScroll: true });
      });
    document.addEventListener("focusin", remember);
    addEventListener("blur", giveBack);
    return () => {
      document.removeEventListener("focusin", remember);
      removeEventListener("blur", giveBack);
    };
  }, [frame]);
}
