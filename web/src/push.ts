// Notifications of this browser, also while no page is open: whether they are on, and turning them on and off.
import { api, type Me } from "./api";
import { bytesOf } from "./push/bytes";

/** `denied`: whoever uses this browser has forbidden it. */
export type PushState = "unsupported" | "denied" | "off" | "on";

type Who = Pick<Me, "kind" | "id">;

const WORKER = "/desk-worker.js";
const SCOPE = "/desk";
/** Whose notifications this browser shows: two agents may share a computer. */
const OWNER = "baton.push";

export async function pushState(who: Who): Promise<PushState> {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return isOwner(who) && (await subscription()) ? "on" : "off";
}

/** Only on a click: it may ask for permission. */
export async function turnPushOn(who: Who): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission !== "granted") return permission === "denied" ? "denied" : "off";
  await subscribe(who);
  return "on";
}

export async function turnPushOff(who: Who): Promise<PushState> {
  const current = isOwner(who) ? await subscription() : null;
  if (!current) return "off";
  localStorage.removeItem(OWNER);
  await current.unsubscribe();
  await api.delete("/me/push", { endpoint: current.endpoint });
  return "off";
}

/** When the desk opens: browsers renew their subscriptions, and what belongs to who was here before is not for this agent. */
export async function keepPush(who: Who): Promise<void> {
  if (!isSupported() || localStorage.getItem(OWNER) === null) return;
  if (isOwner(who)) {
    if (Notification.permission === "granted") await subscribe(who);
    return;
  }
  localStorage.removeItem(OWNER);
  await (await subscription())?.unsubscribe();
}

function isSupported(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

async function subscription(): Promise<PushSubscription | null> {
  if (!isSupported()) return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function subscribe(who: Who) {
  const { key } = await api.get<{ key: string }>("/me/push");
  const { pushManager } = await ready();
  const wanted = { userVisibleOnly: true, applicationServerKey: bytesOf(key) };
  // One that was made for another key of the server reaches nobody.
  const current = await pushManager.subscribe(wanted).catch(async (cause) => {
    if (!(cause instanceof DOMException) || cause.name !== "InvalidStateError") throw cause;
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wanted);
  });
  await api.put("/me/push", current.toJSON());
  localStorage.setItem(OWNER, nameOf(who));
}

async function ready(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  return navigator.serviceWorker.ready;
}

function isOwner(who: Who): boolean {
  return localStorage.getItem(OWNER) === nameOf(who);
}

function nameOf(who: Who): string {
  return `${who.kind}-${who.id}`;
}
