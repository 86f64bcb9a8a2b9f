import { describe, expect, test } from 'vitest';
import { bindingsOf, commandByKey, PRESETS } from '../../src/renderer/keys/bindings.ts';
import { printKey, readKey } from '../../src/renderer/keys/combination.ts';

const press = (code: string, key: string, modifiers: object = {}) =>
  readKey({ code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }, false);

describe('reading keys', () => {
  test('a Russian layout counts by the place of the key', () => {
    expect(press('KeyM', 'ь')).toBe('KeyM');
    expect(press('KeyZ', 'я', { ctrlKey: true })).toBe('Ctrl+KeyZ');
  });
  test('a German layout counts by what is printed on the key', () => {
    expect(press('KeyY', 'z', { ctrlKey: true })).toBe('Ctrl+KeyZ');
  });
  test('a Vietnamese layout, where digits type letters, counts by place', () => {
    expect(press('Digit1', 'ă')).toBe('Digit1');
  });
  test('a question mark is one key whether or not it needs Shift', () => {
    expect([press('Slash', '?', { shiftKey: true }), press('KeyM', '?')]).toEqual(['Question', 'Question']);
  });
  test('modifiers stand in a fixed order', () => {
    expect(press('ArrowDown', 'ArrowDown', { shiftKey: true, ctrlKey: true, altKey: true })).toBe(
      'Ctrl+Alt+Shift+ArrowDown',
    );
  });
  test('Cmd stands for Ctrl on a Mac', () => {
    const event = { code: 'KeyK', key: 'k', ctrlKey: false, metaKey: true, altKey: false, shiftKey: false };
    expect(readKey(event, true)).toBe('Ctrl+KeyK');
    expect(printKey('Ctrl+KeyK', true)).toBe('⌘ K');
  });
});

describe('bindings', () => {
  test.each(PRESETS)('in %s a key means one command', (preset) => {
    const bindings = bindingsOf(preset, {});
    expect(commandByKey(bindings).size).toBe(Object.values(bindings).flat().length);
  });
  test('a key given to one command is taken from the other', () => {
    const bindings = bindingsOf('songsong', { 'cell.split': ['KeyM'] });
    expect(bindings['cell.split']).toEqual(['KeyM']);
    expect(bindings['cell.merge']).toEqual([]);
  });
});
