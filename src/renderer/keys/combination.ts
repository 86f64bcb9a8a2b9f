/**
 * Key combinations as text, `Ctrl+Shift+KeyM`: modifiers in a fixed order, then a code of the UI Events standard.
 *
 * Which code a key press has: a Latin letter that the keyboard types counts as that letter, so that Ctrl+Z is where
 * it is printed on German and French keyboards; whatever types another script (Russian) falls back on the place of the
 * key. `Ctrl` stands for Cmd on a Mac.
 */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export const isMac = (): boolean => /mac/i.test(globalThis.navigator?.platform ?? '');

const codeOf = ({ key, code }: KeyPress): string => {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (key === '?') return 'Question';
  if (key === 'Enter') return 'Enter';
  return code.replace(/^Numpad(?=\d$)/, 'Digit');
};

export const readKey = (press: KeyPress, mac = isMac()): string => {
  const code = codeOf(press);
  const control = mac ? press.metaKey : press.ctrlKey;
  const parts = [
    control && 'Ctrl',
    mac && press.ctrlKey && 'Control',
    !mac && press.metaKey && 'Meta',
    press.altKey && 'Alt',
    // "?" is typed with Shift on some keyboards and without it on others.
    press.shiftKey && code !== 'Question' && 'Shift',
    code,
  ];
  return parts.filter(Boolean).join('+');
};

/** Modifier keys alone are no combination yet. */
export const isModifier = (press: Pick<KeyPress, 'key'>): boolean =>
  ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(press.key);

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Escape: 'Esc',
  Question: '?',
  Space: 'Space',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Slash: '/',
  Comma: ',',
  Period: '.',
  Minus: '-',
  Equal: '=',
};

/** A combination as people write it: `Ctrl M`, on a Mac `⌘ M`. */
export const printKey = (combination: string, mac = isMac()): string =>
  combination
    .split('+')
    .map((part) => {
      if (mac && part === 'Ctrl') return '⌘';
      if (mac && part === 'Alt') return '⌥';
      if (mac && part === 'Control') return '⌃';
      return NAMES[part] ?? part.replace(/^(Key|Digit)/, '');
    })
    .join(' ');
