// Who on the website listens to what. One listener's error is its own.

type Callback = (detail: unknown) => void;

export function createEars() {
  const callbacks: Record<string, Set<Callback>> = {};
  return {
    on(event: string, callback: Callback) {
      (callbacks[event] ??= new Set()).add(callback);
    },
    off(event: string, callback: Callback) {
      callbacks[event]?.delete(callback);
    },
    tell(event: string, detail?: unknown) {
      for (const callback of callbacks[event] ?? []) {
        try {
          callback(detail);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
