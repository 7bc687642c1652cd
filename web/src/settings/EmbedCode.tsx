// The lines that put an AI Agent on a website.
import type { Assistant } from "../api";
import { Button, CopyBox, Dialog } from "../ui";

interface EmbedCodeProps {
  assistant: Assistant;
  onClose: () => void;
}

export function EmbedCode({ assistant, onClose }: EmbedCodeProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Put it on your website"
      description={`Paste this line before </body> on every page where customers should be able to chat with ${assistant.settings.name}.`}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyBox label="Embed code" text={snippet(assistant)} />
    </Dialog>
  );
}

function snippet({ app, id }: Assistant): string {
  return `<script src="${location.origin}/widget.js" data-app="${app}" data-assistant="${id}" async></script>`;
}
