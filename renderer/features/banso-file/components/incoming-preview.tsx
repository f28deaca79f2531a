import { useEffect, useMemo, useState } from 'react';
import type { Comparison, RecordChange } from '#data/banso-file/compare.ts';
import { MOST_SEEN } from '#data/banso-file/conflict-seen.ts';
import type { BansoOpened } from '#shared/ipc/banso.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { DataTable, type TableColumn } from '#ui/data-table.tsx';
import { Loading } from '#ui/loading.tsx';
import { useLatest } from '#ui/use-latest.ts';
import {
  againOf,
  changeName,
  hasNews,
  type IncomingLine,
  incomingLines,
  isOnlyAhead,
  KIND_NAMES,
  madeWords,
  relationWords,
} from '../model.ts';
import styles from './banso-page.module.css';

/** One thing on which the file and this PC disagree, in words. */
export type ConflictWords = {
  readonly id: string;
  /** 第1回支援（8/24）の場所 */
  readonly title: string;
  /** The latest first. */
  readonly sides: readonly {
    readonly words: string;
    /** 山田（8月24日 10:05） */
    readonly who: string;
    readonly isShown: boolean;
    /** What its writer had before their eyes; '' where nobody can say. */
    readonly seen: string;
  }[];
};

type IncomingPreviewProps = {
  readonly opened: BansoOpened;
  readonly compared: readonly Comparison[];
  readonly conflictWords: (comparison: Comparison) => readonly ConflictWords[];
  /** The first records of a document that is new here. */
  readonly namesOf: (document: Comparison['document']) => Promise<readonly RecordChange[]>;
  readonly onTake: () => void;
  readonly onClose: () => void;
};

/** A long list says how many more there are. */
const MOST = 100;

const counted = (count: number): string => (count === 0 ? '－' : `${count}件`);

const COLUMNS: readonly TableColumn<IncomingLine>[] = [
  { id: 'title', label: '案件', cell: ({ title }) => title },
  {
    id: 'relation',
    label: 'このパソコンとのちがい',
    width: '210px',
    cell: ({ comparison }) => (
      <Badge
        tone={comparison.relation === 'same' && comparison.again.length === 0 ? 'neutral' : 'info'}
      >
        {relationWords(comparison)}
      </Badge>
    ),
  },
  { id: 'added', label: '追加', align: 'end', width: '76px', cell: (line) => counted(line.added) },
  {
    id: 'changed',
    label: '変更',
    align: 'end',
    width: '76px',
    cell: (line) => counted(line.changed),
  },
  {
    id: 'deleted',
    label: '削除',
    align: 'end',
    width: '76px',
    cell: (line) => counted(line.deleted),
  },
  {
    id: 'conflicts',
    label: '食い違い',
    align: 'end',
    width: '86px',
    cell: ({ comparison }) => counted(comparison.conflicts.length),
  },
  {
    id: 'unchanged',
    label: 'そのまま',
    align: 'end',
    width: '86px',
    cell: ({ comparison }) =>
      comparison.relation === 'same' && comparison.again.length === 0
        ? 'すべて'
        : counted(comparison.unchanged),
  },
];

/** What an opened file would change, case by case and record by record. Nothing has changed yet. */
export const IncomingPreview = ({
  opened,
  compared,
  conflictWords,
  namesOf,
  onTake,
  onClose,
}: IncomingPreviewProps) => {
  const lines = useMemo(() => incomingLines(opened, compared), [opened, compared]);
  const [shown, setShown] = useState(
    () => lines.find(({ comparison }) => comparison.conflicts.length > 0)?.comparison.document,
  );
  const line = lines.find(({ comparison }) => comparison.document === shown);
  const isNews = hasNews(opened, compared);
  const conflicts = compared.reduce((sum, each) => sum + each.conflicts.length, 0);
  return (
    <div className={styles.parts}>
      <p>{madeWords(opened)}</p>
      <div className={styles.lines} data-comes>
        <DataTable
          columns={COLUMNS}
          currentId={shown}
          isLong
          label="引継ぎファイルの中身"
          onRowAction={({ comparison }) => setShown(comparison.document)}
          rowId={({ comparison }) => comparison.document}
          rows={lines}
          rowText={({ title }) => title}
        />
      </div>
      {line !== undefined && (
        <LineDetail
          conflicts={conflictWords(line.comparison)}
          key={line.comparison.document}
          line={line}
          namesOf={namesOf}
        />
      )}
      <p className={styles.quiet}>
        {isNews
          ? `まだ何も変わっていません。案件を選ぶと、変わるところを確かめられます。${
              conflicts > 0
                ? '食い違いは、取り込んだあとに「確認してください」で選べます。決めるまで、後に書かれたほうを提案します。'
                : ''
            }`
          : 'この引継ぎファイルの記録は、すべて取り込み済みです。'}
      </p>
      <div className={styles.buttons}>
        <Button onPress={onClose}>{isNews ? 'やめる' : '閉じる'}</Button>
        {(isNews || opened.attachments > 0) && (
          <Button onPress={onTake} variant="primary">
            {!isNews ? '添付ファイルをそろえる' : isOnlyAhead(compared) ? '最新にする' : '取り込む'}
          </Button>
        )}
      </div>
    </div>
  );
};

type LineDetailProps = {
  readonly line: IncomingLine;
  readonly conflicts: readonly ConflictWords[];
} & Pick<IncomingPreviewProps, 'namesOf'>;

const LineDetail = ({ line, conflicts, namesOf }: LineDetailProps) => {
  const { title, comparison } = line;
  const changes = useChanges(comparison, namesOf);
  const [limit, setLimit] = useState(MOST_SEEN);
  const again = againOf(comparison);
  const all = line.added + line.changed + line.deleted;
  const rest = Math.max(0, all - MOST) + Math.max(0, again.length - MOST);
  return (
    <section aria-label={`${title}で変わるところ`} className={styles.parts}>
      {conflicts.length > MOST_SEEN && (
        <p className={styles.quiet}>
          {`食い違いは${conflicts.length.toLocaleString('ja-JP')}件あります。それぞれが見ていた内容は、はじめの${MOST_SEEN}件だけに示します。`}
        </p>
      )}
      {conflicts.slice(0, limit).map(({ id, title: what, sides }) => (
        <div key={id}>
          <p className={styles.change}>
            <Badge tone="warning">食い違い</Badge>
            {what}
          </p>
          {sides.map(({ words, who, isShown, seen }, index) => (
            <p className={styles.side} key={`${who} ${words}`}>
              {`${words}　${who}${index === 0 && sides.length > 1 ? '・後から（提案）' : ''}${isShown ? '（取り込むとこちらを表示）' : ''}`}
              {seen !== '' && <span className={styles.seen}>{seen}</span>}
            </p>
          ))}
        </div>
      ))}
      {conflicts.length > limit && (
        <div>
          <Button onPress={() => setLimit(limit + MOST_SEEN)} size="small">
            {`食い違いをさらに表示（残り${(conflicts.length - limit).toLocaleString('ja-JP')}件）`}
          </Button>
        </div>
      )}
      <ul className={styles.list}>
        {again.slice(0, MOST).map((change) => (
          <li className={styles.change} key={`again ${change.collection} ${change.id}`}>
            <Badge tone="info">取り消したもの</Badge>
            {changeName(change)}
          </li>
        ))}
        {changes?.slice(0, MOST).map((change) => (
          <li className={styles.change} key={`${change.collection} ${change.id}`}>
            <Badge tone={change.kind === 'deleted' ? 'warning' : 'neutral'}>
              {KIND_NAMES[change.kind]}
            </Badge>
            {changeName(change)}
          </li>
        ))}
      </ul>
      {changes === undefined && <Loading />}
      {rest > 0 && <p className={styles.quiet}>{`ほかに${rest.toLocaleString('ja-JP')}件`}</p>}
    </section>
  );
};

/** What changes in a document; undefined until it is known. */
const useChanges = (
  { document, relation, changes }: Comparison,
  namesOf: IncomingPreviewProps['namesOf'],
): readonly RecordChange[] | undefined => {
  const [found, setFound] = useState<readonly RecordChange[]>();
  const ask = useLatest(namesOf);
  const isNew = relation === 'new';
  useEffect(() => {
    if (!isNew) return undefined;
    let isAwaited = true;
    void ask.current(document).then((names) => {
      if (isAwaited) setFound(names);
    });
    return () => {
      isAwaited = false;
    };
  }, [ask, document, isNew]);
  return isNew ? found : changes;
};
