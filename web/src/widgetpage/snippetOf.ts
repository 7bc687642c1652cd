// The script tag that a website embeds.
export function snippetOf(server: string, { app, id }: { app: number; id: string }): string {
  return `<script src="${server}/widget.js" data-app="${app}" data-assistant="${id}" async></script>`;
}
