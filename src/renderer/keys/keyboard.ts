/** Turns key presses into commands, for the whole window. */
import { commandByKey, currentBindings } from './bindings.ts';
import { isModifier, readKey } from './combination.ts';
import { runCommand, useCommandState } from './commands.ts';

const TEXT_FIELDS =
  'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, select, [contenteditable]';

const isInText = (target: Element): boolean => target.matches(TEXT_FIELDS);

/** Enter and Space press the button or link that has the focus, and walk menus and lists. */
const belongsToControl = (target: Element, key: string): boolean =>
  (key === 'Enter' || key === 'Space') &&
  target.matches('button, a[href], summary, input, [role^=menuitem], [role=option]');

const handleKey = (event: KeyboardEvent): void => {
  // An input method (Vietnamese, Chinese) is composing: the key is its own. 229 is what old ones send instead.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || isModifier(event)) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector('dialog[open]') !== null || target.closest('[role=menu]') !== null) return;
  const key = readKey(event);
  const id = commandByKey(currentBindings()).get(key);
  if (id === undefined || belongsToControl(target, key)) return;
  const command = useCommandState.getState().commands.get(id);
  if (!command || (isInText(target) && command.inText !== true)) return;
  event.preventDefault();
  runCommand(id);
};

export const listenToKeys = (): (() => void) => {
  window.addEventListener('keydown', handleKey);
  return () => window.removeEventListener('keydown', handleKey);
};
