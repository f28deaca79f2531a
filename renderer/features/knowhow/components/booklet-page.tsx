import { Lightbulb } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAudience } from '#adapters/audience/use-audience.ts';
import { PaperDesk } from '#adapters/paper/paper-desk.tsx';
import { keyed, sheetOf } from '#adapters/paper/sheet.ts';
import type { PaperPort } from '#adapters/paper/use-paper-actions.ts';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import { bookletTable, chaptersOf } from '#shared/domain/knowhow/booklet.ts';
import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import type { Orientation } from '#shared/domain/tables/material.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { type KnowHowRows, knowHowRows } from '../queries.ts';
import styles from './know-how-page.module.css';

type BookletPageProps = {
  readonly today: Day;
  readonly port: PaperPort;
  readonly onBack: () => void;
};

const ORIENTATIONS: readonly { readonly id: Orientation; readonly label: string }[] = [
  { id: 'landscape', label: '横' },
  { id: 'portrait', label: '縦' },
];

/** ノウハウ集: lessons by theme as they will print, for the office, municipalities or everybody. */
export const BookletPage = (props: BookletPageProps) => {
  const loaded = useLive(knowHowRows);
  return (
    <Page
      header={
        <PageHeader crumbs={[{ label: 'ノウハウ', onPress: props.onBack }]} title="ノウハウ集" />
      }
    >
      <PageBody layout="fill">
        {loaded.state === 'loading' && <Loading />}
        {loaded.state === 'failed' && (
          <EmptyState title="ノウハウを読み込めませんでした">
            アプリを開き直してください。記録はそのまま残っています。
          </EmptyState>
        )}
        {loaded.state === 'ready' && <Booklet {...props} rows={loaded.value} />}
      </PageBody>
    </Page>
  );
};

type BookletProps = BookletPageProps & { readonly rows: KnowHowRows };

const Booklet = ({ rows: { knowHows, themes }, today, port }: BookletProps) => {
  const chosen = useAudience('booklet');
  const { audience } = chosen;
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const table = useMemo(
    () => bookletTable(knowHows, themes, { audience, hidden, today }),
    [knowHows, themes, audience, hidden, today],
  );
  const sheet = useMemo(() => sheetOf({ paper: 'a4', orientation }), [orientation]);
  const chapters = useMemo(
    () => chaptersOf(knowHows, themes).map(({ id, name }) => ({ id, label: name })),
    [knowHows, themes],
  );
  const ids = chapters.map(({ id }) => id);
  return (
    <PaperDesk
      chosen={chosen}
      empty={
        <EmptyState
          icon={<Lightbulb aria-hidden="true" />}
          title={`${AUDIENCE_NAMES[audience]}に載せるノウハウがありません`}
        >
          右の設定でだれに渡すかとテーマを選び直すか、ノウハウの「公開の範囲」を確かめてください。
        </EmptyState>
      }
      isFitted={false}
      port={port}
      settings={
        <>
          <section aria-label="載せるものと載せないもの" className={styles.said}>
            <ul>
              {keyed(table.remarks).map(({ item, key }) => (
                <li key={key}>{item}</li>
              ))}
            </ul>
          </section>
          <RadioGroup
            label="向き"
            onChange={setOrientation}
            options={ORIENTATIONS}
            value={orientation}
          />
          {chapters.length > 0 && (
            <CheckboxGroup
              label="載せるテーマ"
              onChange={(shown) => setHidden(ids.filter((id) => !shown.includes(id)))}
              options={chapters}
              value={ids.filter((id) => !hidden.includes(id))}
            />
          )}
        </>
      }
      settingsLabel="冊子の設定"
      sheet={sheet}
      table={table}
    />
  );
};
