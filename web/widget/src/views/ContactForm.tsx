// Where a reply reaches the visitor when nobody is there now.
import { useState } from "preact/hooks";
import { focusChat } from "../focus";
import { useScreen } from "./screen";

export function ContactForm() {
  const { chat, texts } = useScreen();
  const [email, setEmail] = useState("");
  const [state, setState] = useState<"open" | "sending" | "failed">("open");

  async function send() {
    if (!email.trim() || state === "sending") return;
    setState("sending");
    if (await chat.leaveContact(email.trim())) focusChat();
    else setState("failed");
  }

  return (
    <form
      class="contact"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {texts.email}
        <input
          type="email"
          autocomplete="email"
          dir="ltr"
          value={email}
          aria-invalid={state === "failed"}
          onInput={({ currentTarget }) => setEmail(currentTarget.value)}
        />
      </label>
      <button type="submit" aria-disabled={state === "sending"}>
        {texts.email_send}
      </button>
      {state === "failed" && <p role="alert">{texts.email_failed}</p>}
    </form>
  );
}
