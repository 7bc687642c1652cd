// Adds a webhook and shows its signing secret, this once.
import { useState } from "react";
import { Button, Dialog } from "../ui";
import { SecretOnce } from "./SecretOnce";
import { isRight, WebhookFields } from "./WebhookFields";
import { useCreateWebhook, type WebhookWish } from "./webhooks";

const FIRST: WebhookWish = { url: "", events: ["handover", "message"] };

export function CreateWebhook({ app, onClose }: { app: number; onClose: () => void }) {
  const [wish, setWish] = useState(FIRST);
  const [tried, setTried] = useState(false);
  const create = useCreateWebhook(app);
  const submit = () => {
    setTried(true);
    if (isRight(wish)) create.mutate({ ...wish, url: wish.url.trim() });
  };
  if (create.data) return <SecretOnce secret={create.data.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Add a webhook"
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            Add webhook
          </Button>
        </>
      }
    >
      <WebhookFields wish={wish} onChange={setWish} tried={tried} error={create.error} />
    </Dialog>
  );
}
