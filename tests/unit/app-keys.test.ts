import { describe, expect, it } from 'vitest';
import { commandOf } from '#app/shell/app-keys.ts';

const press = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});

describe('keys of the whole app', () => {
  it('undo, redo and search by their usual keys', () => {
    expect(commandOf(press('z', { ctrlKey: true }), true)).toBe('undo');
    expect(commandOf(press('y', { ctrlKey: true }), true)).toBe('redo');
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBe('redo');
    expect(commandOf(press('k', { metaKey: true }), true)).toBe('search');
  });

  it('do nothing while Japanese is being converted', () => {
    expect(commandOf(press('z', { ctrlKey: true, isComposing: true }), true)).toBeUndefined();
    expect(commandOf(press('F1', { isComposing: true }), true)).toBeUndefined();
  });

  it('leave letters alone', () => {
    expect(commandOf(press('z'), false)).toBeUndefined();
    expect(commandOf(press('k', { ctrlKey: true, shiftKey: true }), false)).toBeUndefined();
  });

  it('open the list of keys by F1 everywhere, by ? where nobody types', () => {
    expect(commandOf(press('F1'), true)).toBe('shortcuts');
    expect(commandOf(press('?', { shiftKey: true }), false)).toBe('shortcuts');
    expect(commandOf(press('?', { shiftKey: true }), true)).toBeUndefined();
  });
});
