// Shows what is pushed to this browser while no page of the Agent Desk is before somebody's eyes.
const DESK = "/desk";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("push", (event) => event.waitUntil(show(event.data?.json() ?? {})));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

async function show({ title = "A customer waits for your team", body = "", dialog = null }) {
  const desks = await openDesks();
  // An open desk says it by itself.
  if (desks.some((desk) => desk.visibilityState === "visible")) return;
  // The same conversation takes the place of its own notification, and is heard again.
  const about = dialog ? { tag: dialog, renotify: true } : {};
  await self.registration.showNotification(title, { ...about, body, data: dialog });
}

async function open(dialog) {
  const [desk] = await openDesks();
  if (!desk) return self.clients.openWindow(dialog ? `${DESK}/mine/${dialog}` : DESK);
  await desk.focus();
  desk.postMessage({ type: "open", dialog });
}

async function openDesks() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter(({ url }) => new URL(url).pathname.split("/")[1] === "desk");
}
