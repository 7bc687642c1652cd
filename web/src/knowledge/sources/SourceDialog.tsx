// One source: its text, what it said before, and the wish to change it.
import { useState } from "react";
import type { SourceDetail } from "../../api";
import { Button, Dialog, Loaded, Tabs } from "../../ui";
import { EditSource } from "./EditSource";
import { SourceText } from "./SourceText";
import { useSource } from "./sources";
import { Versions } from "./Versions";

interface SourceDialogProps {
  app: number;
  id: string;
  onClose: () => void;
}

export function SourceDialog({ app, id, onClose }: SourceDialogProps) {
  const source = useSource(app, id);
  const [editing, setEditing] = useState(false);
  if (editing && source.data) return <EditSource app={app} source={source.data} onClose={() => setEditing(false)} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={source.data?.title ?? "Source"}
      size="lg"
      footer={
        <>
          {source.data && canBeEdited(source.data) ? <Button onClick={() => setEditing(true)}>Edit</Button> : null}
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <Loaded query={source}>{(loaded) => <Shown app={app} source={loaded} />}</Loaded>
    </Dialog>
  );
}

/** A page of a website is changed where it is. */
function canBeEdited({ site }: SourceDetail): boolean {
  return site === null;
}

function Shown({ app, source }: { app: number; source: SourceDetail }) {
  const [tab, setTab] = useState("text");
  if (source.version <= 1) return <SourceText app={app} source={source} />;
  return (
    <Tabs
      label="Parts of the source"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: "text", label: "Now", content: <SourceText app={app} source={source} /> },
        { value: "versions", label: "Earlier versions", content: <Versions app={app} source={source} /> },
      ]}
    />
  );
}
