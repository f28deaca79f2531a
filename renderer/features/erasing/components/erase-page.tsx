import { Eraser, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { useLive } from '#adapters/store/store.tsx';
import { collectionNamed } from '#shared/domain/schema.ts';
import { soughtWords } from '#shared/text/sought-words.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { TextField } from '#ui/text-field.tsx';
import { countWords, type Held, type PlaceLine, WHEN_WORDS } from '../model.ts';
import { nameKey, namesQuery } from '../queries.ts';
import { type EraseTarget, erasureOf } from '../target.ts';
import { type ErasingState, useErasing } from '../use-erasing.ts';
import { ConfirmErase } from './confirm-erase.tsx';
import styles from './erasing.module.css';
import { StillHeld } from './still-held.tsx';

type ErasePageProps = { readonly target: EraseTarget; readonly onBack: () => void };

/** 個人情報を完全に消す: find, see all places, confirm, and what still holds it. */
export const ErasePage = ({ target, onBack }: ErasePageProps) => {
  const { state, problem, search, stop, erase, change } = useErasing();
  const [typed, setTyped] = useState(target.words);
  const isLookable =
    target.records.length > 0 || soughtWords(erasureOf(typed, []).words).length > 0;
  const start = (): void => {
    if (isLookable) void search(typed, target.records);
  };
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: '設定', onPress: onBack }]}
          subtitle="記録、変更履歴、記録ファイルのすべてからさがして消します。元には戻せません"
          title="個人情報を完全に消す"
          variant="plain"
        />
      }
    >
      <PageBody>
        <div className={styles.parts}>
          {problem !== undefined && <Notice {...problem} tone="danger" />}
          {state.step !== 'done' && (
            <Card title="消すもの">
              <div className={styles.parts}>
                {target.records.length > 0 && <Records target={target} />}
                <div className={styles.words}>
                  <TextField
                    description="2文字以上。「、」で区切ると、いくつもさがせます。あいだの空白や全角・半角のちがいは区別しません。"
                    isDisabled={state.step === 'searching' || state.step === 'erasing'}
                    label="さがす言葉（名前、電話番号、文章の一部など）"
                    onChange={(next) => {
                      setTyped(next);
                      if (state.step === 'found') change();
                    }}
                    onEnter={start}
                    value={typed}
                  />
                </div>
                {(state.step === 'asking' || state.step === 'found') && (
                  <div>
                    <Button
                      icon={<Search aria-hidden="true" />}
                      isDisabled={!isLookable}
                      onPress={start}
                      variant="primary"
                    >
                      すべての場所をさがす
                    </Button>
                  </div>
                )}
                <Working onStop={stop} state={state} />
              </div>
            </Card>
          )}
          {state.step === 'found' && (
            <Found onErase={(takesFiles) => void erase(takesFiles)} state={state} />
          )}
          {state.step === 'done' && <Done held={state.held} places={state.places} />}
        </div>
      </PageBody>
    </Page>
  );
};

const Records = ({ target: { records } }: { readonly target: EraseTarget }) => {
  const names = useLive(
    useMemo(() => namesQuery(new Set(records.map(({ collection }) => collection))), [records]),
  );
  return (
    <ul aria-label="消す記録" className={styles.list}>
      {records.map(({ document, collection, id }) => {
        const name =
          names.state === 'ready' ? names.value.records.get(nameKey(collection, id)) : undefined;
        return (
          <li key={`${document} ${id}`}>
            {collectionNamed(collection).what}
            {name ? `「${name}」` : ''}
            {collection === 'cases' ? '（この案件の記録すべて）' : ''}
          </li>
        );
      })}
    </ul>
  );
};

const Working = ({
  state,
  onStop,
}: {
  readonly state: ErasingState;
  readonly onStop: () => void;
}) => {
  if (state.step !== 'searching' && state.step !== 'erasing') return null;
  const { done, all } = state.progress;
  const isErasing = state.step === 'erasing';
  return (
    <ProgressBar
      label={isErasing ? '消しています。アプリを閉じないでください。' : 'さがしています'}
      {...(all > 0 && { max: all, value: done, valueLabel: `${done} / ${all}` })}
      {...(!isErasing && { onCancel: onStop })}
    />
  );
};

const COLUMNS: readonly TableColumn<PlaceLine>[] = [
  { id: 'document', label: '案件', width: '220px', cell: ({ document }) => document },
  { id: 'record', label: '記録', isRowHeader: true, cell: ({ record }) => record },
  { id: 'field', label: '項目', width: '200px', cell: ({ field }) => field },
  {
    id: 'when',
    label: 'いつの内容',
    width: '130px',
    cell: ({ when }) => (
      <Badge tone={when === 'now' ? 'warning' : 'neutral'}>{WHEN_WORDS[when]}</Badge>
    ),
  },
];

type FoundProps = {
  readonly state: Extract<ErasingState, { readonly step: 'found' }>;
  readonly onErase: (takesFiles: boolean) => void;
};

const Found = ({ state: { lines, held, files }, onErase }: FoundProps) => {
  const [isAsking, setIsAsking] = useState(false);
  if (lines.length === 0) {
    return (
      <Card>
        <EmptyState title="どこにも見つかりませんでした">
          記録にも、変更履歴にも、記録ファイルにも、添付ファイルにもありません。書き方のちがう名前があれば、それでもさがしてください。
        </EmptyState>
        {held.closed.length + held.setAside.length > 0 && (
          <StillHeld held={{ ...held, backups: [], handed: [] }} />
        )}
      </Card>
    );
  }
  return (
    <Card
      actions={
        <Button
          icon={<Eraser aria-hidden="true" />}
          onPress={() => setIsAsking(true)}
          size="small"
          variant="danger"
        >
          完全に消す…
        </Button>
      }
      note={countWords(lines)}
      title="見つかった場所"
    >
      <DataTable
        columns={COLUMNS}
        label="見つかった場所"
        rowId={({ id }) => id}
        rows={lines}
        rowText={({ record }) => record}
      />
      {isAsking && (
        <ConfirmErase
          count={lines.length}
          files={files.filter(({ record }) => record !== undefined).length}
          held={held}
          onClose={() => setIsAsking(false)}
          onErase={(takesFiles) => {
            setIsAsking(false);
            onErase(takesFiles);
          }}
        />
      )}
    </Card>
  );
};

const Done = ({ places, held }: { readonly places: number; readonly held: Held }) => (
  <Card title="消しました">
    <div className={styles.parts}>
      <Notice
        actions={
          <Button
            onPress={() => void invoke('restartApp', undefined)}
            size="small"
            variant="primary"
          >
            アプリを開き直して仕上げる
          </Button>
        }
        happened={`${places}か所の内容を、記録と変更履歴と記録ファイルから消しました。`}
        safe="ほかの記録は変わっていません。"
        todo="開き直すと、画面用のデータも消してつくり直します。記録が多いと1分ほどかかります。"
        tone="success"
      />
      <div>
        <p className={styles.quiet}>まだ残っているところ</p>
        <StillHeld held={held} isFull />
      </div>
    </div>
  </Card>
);
