// Says that no e-mail leaves this server, and how whoever runs it changes that.
import { Notice } from "../../ui";

export function NoMailServer() {
  return (
    <Notice title="No e-mail is sent yet">
      <p className="text-pretty">
        This server has no mail server set. Whoever runs it sets <Code>smtp_url</Code> and <Code>mail_from</Code> under{" "}
        <Code>[notify]</Code> in its settings, or <Code>BATON_NOTIFY_SMTP_URL</Code> and <Code>BATON_NOTIFY_MAIL_FROM</Code>, and starts
        it again. Everything else on this page works without.
      </p>
    </Notice>
  );
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-sm break-words">{children}</code>;
}
