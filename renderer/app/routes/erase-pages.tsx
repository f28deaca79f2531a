import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { recordsOfText } from '#features/erasing/target.ts';
import { Awaited } from './awaited.tsx';
import { ErasePage } from './lazy-pages.ts';
import { usePlaces } from './navigation.ts';

/** 個人情報を完全に消す, of what the page before has named. */
export const EraseRoute = () => {
  const { words = '', records = '' } = useSearch({ from: '/shell/settings/erase' });
  const target = useMemo(() => ({ words, records: recordsOfText(records) }), [words, records]);
  return (
    <Awaited>
      <ErasePage key={`${words} ${records}`} onBack={usePlaces().settings} target={target} />
    </Awaited>
  );
};
