import { describe, expect, it } from 'vitest';
import { type Entry, index, search } from '#app/palette/search.ts';

const entry = (group: Entry['group'], title: string, text = ''): Entry => ({
  id: `${group}:${title}`,
  group,
  title,
  note: '益城町',
  text,
  target: { kind: 'home' },
});

const titles = (entries: readonly Entry[], typed: string) =>
  search(index(entries), typed).flatMap((found) => found.entries.map(({ title }) => title));

describe('searching from anywhere', () => {
  it('finds whatever the width, case and kana', () => {
    const entries = [entry('会合', '通所型サービスCの打合せ')];
    expect(titles(entries, 'さーびすｃ')).toEqual(['通所型サービスCの打合せ']);
  });

  it('asks for every word', () => {
    const entries = [entry('会合', '第1回支援', 'ロードマップ'), entry('会合', '第2回支援')];
    expect(titles(entries, '支援 ロードマップ')).toEqual(['第1回支援']);
  });

  it('offers screens and cases before anything is typed, not every meeting', () => {
    const entries = [entry('画面', 'ホーム'), entry('案件', '益城町'), entry('会合', '第1回')];
    expect(titles(entries, ' ')).toEqual(['ホーム', '益城町']);
  });

  it('shows the words of a note around what was found', () => {
    const text = `${'あ'.repeat(300)}規範的統合が要る${'い'.repeat(300)}`;
    const [found] = search(index([entry('記録の本文', '第1回支援', text)]), '規範的統合');
    expect(found?.entries[0]?.note).toContain('規範的統合が要る');
    expect(found?.entries[0]?.note.length).toBeLessThan(100);
  });
});
