import { useMemo, useState } from 'react';
import type { SearchAnswer } from '#adapters/search/search-desk.ts';
import {
  countWords,
  readinessWords,
  useSearch,
  writersWords,
} from '#adapters/search/use-search.tsx';
import type { Hit } from '#shared/domain/search/hit.ts';
import { MarkedText } from '#ui/marked-text.tsx';
import { SearchDialog, type SearchSection } from '#ui/search-dialog.tsx';
import { usePlaces } from '../routes/navigation.ts';
import { openHit } from '../search/open-hit.ts';
import { SCREENS, screensFor } from './screens.ts';

/** So many are painted at once; the page 検索 has the others. */
const LIMIT = 15;
/** More of one kind would push the others out of sight. */
const PER_KIND = 5;
const ALL = 'all';
const SCREEN = 'screen ';

/** Finds screens, and whatever is written anywhere, from any screen. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const places = usePlaces();
  const [typed, setTyped] = useState('');
  const { answer, state } = useSearch({ typed, limit: LIMIT, perKind: PER_KIND });
  const sections = useMemo(() => sectionsOf(answer), [answer]);
  const pick = (id: string): void => {
    onClose();
    const screen = SCREENS.find((each) => `${SCREEN}${each.id}` === id);
    const hit = answer?.hits.find(({ key }) => key === id);
    if (screen !== undefined) places[screen.id]();
    else if (hit !== undefined) openHit(places, hit, answer?.typed ?? '');
    else places.search(typed);
  };
  const pending = readinessWords(state);
  const isEmpty = sections.length === 0;
  const status = [
    pending,
    answer === null || answer.typed.trim() === '' ? null : statusOf(answer, isEmpty),
  ];
  return (
    <SearchDialog
      foundFor={answer?.typed}
      inputValue={typed}
      label="さがす"
      onClose={onClose}
      onInputChange={setTyped}
      onPick={pick}
      placeholder="記録の本文、課題、会合、人、案件のことば"
      sections={sections}
      status={status.filter((words) => words !== null).join(' ')}
    />
  );
};

const statusOf = (answer: SearchAnswer, isEmpty: boolean): string => {
  const { total, unread } = answer;
  const refused = unread.length === 0 ? '' : `${unread.join('、')}は読み取れませんでした。`;
  const found = isEmpty ? '見つかりません。ことばを変えてみてください。' : countWords(total);
  return `${refused}${found} ${writersWords(answer)}`.trim();
};

const sectionsOf = (answer: SearchAnswer | null): readonly SearchSection[] => {
  const typed = answer?.typed ?? '';
  const screens = screensFor(typed).map(({ id, title }) => ({
    id: `${SCREEN}${id}`,
    label: title,
  }));
  const hits = answer?.hits ?? [];
  const kinds = [...new Set(hits.map(({ what }) => what))];
  const rest = (answer?.total ?? 0) - hits.length;
  return [
    { title: '画面', options: screens },
    ...kinds.map((what) => ({
      title: what,
      options: hits.filter((hit) => hit.what === what).map(optionOf),
    })),
    {
      title: '検索',
      options:
        typed.trim() === '' || rest <= 0
          ? []
          : [{ id: ALL, label: `結果をすべて見る（${countWords(answer?.total ?? 0)}）` }],
    },
  ].filter(({ options }) => options.length > 0);
};

const optionOf = ({ key, title, where, excerpt }: Hit) => {
  const found = excerpt && <MarkedText pieces={excerpt.pieces} />;
  return title.length === 0
    ? { id: key, label: found, note: where }
    : {
        id: key,
        label: <MarkedText pieces={title} />,
        note: where,
        ...(excerpt !== null && {
          excerpt: (
            <>
              {excerpt.name}：{found}
            </>
          ),
        }),
      };
};
