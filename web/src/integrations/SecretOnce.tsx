// The signing secret of a webhook, the one time that it is shown.
import { ShownOnce } from "../ui";

export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <ShownOnce title="The signing secret" secrets={[{ label: "Signing secret", text: secret }]} onClose={onClose}>
      It is shown only now. Your program checks the signature of each request with it, by the Standard Webhooks scheme.
    </ShownOnce>
  );
}
