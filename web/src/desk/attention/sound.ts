// Two quiet notes when something new is waiting, unless the agent has turned them off.
import { useSyncExternalStore } from "react";

const KEY = "baton.sound";
const listeners = new Set<() => void>();
let context: AudioContext | undefined;

export function useSound(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOn);
}

export function setSound(on: boolean) {
  localStorage.setItem(KEY, on ? "on" : "off");
  listeners.forEach((listener) => listener());
  if (on) ring();
}

export function ring() {
  // Before anybody has touched the page, browsers forbid sound and would warn about each attempt.
  if (!isOn() || !navigator.userActivation?.hasBeenActive) return;
  context ??= new AudioContext();
  void context.resume();
  note(context, 660, 0);
  note(context, 880, 0.14);
}

function isOn(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

function note(audio: AudioContext, pitch: number, after: number) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  const start = audio.currentTime + after;
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + 0.32);
}
