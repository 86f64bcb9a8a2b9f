/** Which keys stand for which command: a preset, and over it what the reader changed by hand. */
import { useMemo } from 'react';
import { useSettings } from '../state/settings.ts';
import presets from './presets.json';

export type Bindings = Readonly<Record<string, readonly string[]>>;

export const PRESETS = Object.keys(presets);

/** A key that a later layer gives to one command is taken from the others: a key means one thing. */
const overlay = (below: Bindings, above: Bindings): Bindings => {
  const taken = new Set(Object.values(above).flat());
  const kept = Object.entries(below).map(([command, keys]) => [
    command,
    keys.filter((key) => !taken.has(key)),
  ]);
  return { ...Object.fromEntries(kept), ...above };
};

export const bindingsOf = (preset: string, changed: Bindings): Bindings => {
  const base: Bindings = presets.songsong;
  const chosen: Bindings = preset in presets ? presets[preset as keyof typeof presets] : base;
  return overlay(preset === 'songsong' ? base : overlay(base, chosen), changed);
};

export const currentBindings = (): Bindings => {
  const { keyPreset, keys } = useSettings.getState();
  return bindingsOf(keyPreset, keys);
};

export const useBindings = (): Bindings => {
  const preset = useSettings((settings) => settings.keyPreset);
  const keys = useSettings((settings) => settings.keys);
  return useMemo(() => bindingsOf(preset, keys), [preset, keys]);
};

/** Command by key. */
export const commandByKey = (bindings: Bindings): ReadonlyMap<string, string> =>
  new Map(Object.entries(bindings).flatMap(([command, keys]) => keys.map((key) => [key, command] as const)));
