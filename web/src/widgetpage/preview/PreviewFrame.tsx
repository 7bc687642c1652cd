// The real widget in a page that is as large as a visitor's and drawn as small as there is room.
import type { Assistant } from "../../api";
import { useEffect, useRef, useState } from "react";
import { useWidth } from "../../ui";
import type { Looks } from "./resolved";

const SIZES = { computer: { width: 640, height: 860 }, phone: { width: 390, height: 780 } };
const PHONE_SHARE = 0.78;

interface PreviewFrameProps {
  assistant: Pick<Assistant, "app" | "id">;
  phone: boolean;
  wanted: { preview: Looks; language: string; open: boolean };
}

export function PreviewFrame({ assistant: { app, id }, phone, wanted }: PreviewFrameProps) {
  const { element, width } = useWidth<HTMLDivElement>(336);
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const size = phone ? SIZES.phone : SIZES.computer;
  const scale = Math.min(1, ((phone ? PHONE_SHARE : 1) * width) / size.width);
  const message = JSON.stringify(wanted);

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

  return (
    <div ref={element} className="flex justify-center">
      <div className="overflow-hidden rounded-xl border border-line" style={{ width: size.width * scale, height: size.height * scale }}>
        <iframe
          // A page of another size is another page: what is drawn in it begins anew.
          key={`${id} ${phone}`}
          ref={frame}
          title="Preview of the widget"
          src={`/widget/preview.html?${new URLSearchParams({ app: String(app), assistant: id })}`}
          className="origin-top-left border-0"
          style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  );
}
