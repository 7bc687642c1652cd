// A page that is fetched when it is first opened; without a connection, as soon as that is back.
import { lazy, type ComponentType } from "react";
import { backOnline, lookForServer } from "../connection";

export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await patiently(load) }));
}

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await lookForServer()) throw error;
    await backOnline();
    return load().catch(loadAgain<T>);
  }
}

/** Browsers may remember a script that could not be fetched; a page that is loaded again does not. */
function loadAgain<T>(): Promise<T> {
  location.reload();
  return new Promise(() => undefined);
}
