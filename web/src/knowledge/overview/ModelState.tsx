// Whether answers are found by meaning too: one calm sentence for each state of the embedding model.
import { CircleCheck, CloudDownload, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "../../account";
import type { EmbeddingModel } from "../../api";
import { Button, byteSize, Progress, toast } from "../../ui";
import { useFetchModel } from "./knowledge";
import { fetched } from "./sentences";

/** What the usual model has; the server says exactly once it fetches it. */
const MODEL_BYTES = 91_000_000;

export function ModelState({ app, model }: { app: number; model: EmbeddingModel }) {
  switch (model.state) {
    case "ready":
      return (
        <Line icon={<CircleCheck className="text-ok" />}>
          Answers are found by their words and by their meaning{model.name ? <span className="text-muted"> · {model.name}</span> : null}
        </Line>
      );
    case "fetching":
      return <Fetching model={model} />;
    case "absent":
      return (
        <Line icon={<CloudDownload className="text-muted" />} action={<FetchModel app={app} label="Fetch the model" />}>
          Answers are found by their words alone. Fetch the model ({byteSize(model.bytes_total ?? MODEL_BYTES)}) to find them by meaning too.
        </Line>
      );
    case "failed":
      return (
        <Line icon={<TriangleAlert className="text-warn" />} action={<FetchModel app={app} label="Try again" />}>
          Answers are found by their words alone. The model could not be fetched: {model.error ?? "the server did not say why."}
        </Line>
      );
  }
}

function Fetching({ model }: { model: EmbeddingModel }) {
  return (
    <Line icon={<CloudDownload className="text-accent-ink" />}>
      <span className="flex flex-wrap justify-between gap-x-4">
        <span>Fetching the model that finds answers by meaning. Until it is here, they are found by their words.</span>
        <span className="text-muted tabular-nums">{fetched(model)}</span>
      </span>
      <Progress label="Fetching the model" done={model.bytes_done ?? 0} total={model.bytes_total} className="mt-2" />
    </Line>
  );
}

function FetchModel({ app, label }: { app: number; label: string }) {
  const fetchModel = useFetchModel(app);
  if (useMe().kind !== "admin") return null;
  return (
    <Button size="sm" busy={fetchModel.isPending} onClick={() => fetchModel.mutate(undefined, { onError: toast.failed })}>
      {label}
    </Button>
  );
}

function Line({ icon, action, children }: { icon: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-2.5">
      <span aria-hidden className="[&_svg]:size-[18px]">
        {icon}
      </span>
      <div className="min-w-0 flex-1 basis-52 text-pretty wrap-anywhere">{children}</div>
      {action}
    </div>
  );
}
