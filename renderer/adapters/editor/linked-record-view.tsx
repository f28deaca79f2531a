import { type KeyboardEvent, memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Bound, BoundText } from '#adapters/store/bound-field.tsx';
import type { LinkedRecord } from '#data/records/linked-records.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import type { DateContext } from '#shared/dates/parse.ts';
import { isPartialDate } from '#shared/dates/types.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  LINK_KIND_NAMES,
  LINKED_COLLECTIONS,
  type RecordLink,
} from '#shared/domain/meeting/linked-record.ts';
import {
  type ActionRow,
  actions,
  type FindingRow,
  findings,
} from '#shared/domain/meeting/meeting.ts';
import { isInternal } from '#shared/domain/record/collection.ts';
import { cx } from '#ui/class-names.ts';
import { isImeKey } from '#ui/ime.ts';
import { LinkButton } from '#ui/link-button.tsx';
import tones from '#ui/mark-tones.module.css';
import { LinkedMenu } from './linked-menu.tsx';
import styles from './linked-record.module.css';
import { type LinkedView, putCursor, wordsFieldOf } from './linked-views.ts';
import type { NoteLinking } from './use-note-linking.ts';

type LinkedRecordViewProps = { readonly view: LinkedView; readonly linking: NoteLinking };

/** A finding or an action in a note: a bar and a word, edited where it stands. */
export const LinkedRecordView = memo(({ view, linking }: LinkedRecordViewProps) => {
  const { link } = view;
  if (link === undefined) return <Missing linking={linking} view={view} />;
  return <Known link={link} linking={linking} view={view} />;
});

const Known = ({ link, linking, view }: LinkedRecordViewProps & { readonly link: RecordLink }) => {
  const { linked } = linking;
  const record = useSyncExternalStore(linking.earOf(link), () => linked.read(link));
  if (record === undefined) return <Missing linking={linking} view={view} />;
  if (linking.isInRoom && isPrivate(record)) {
    return <div className={styles.gone}>県の記録（会議モードでは表示しません）</div>;
  }
  if (record.row.deletedAt !== '') {
    return (
      <div className={styles.gone}>
        <span>削除済み</span>
        <span className={styles.struck}>{linked.words(link)}</span>
        <LinkButton onPress={() => linking.restore(link)} weight="text">
          記録を元に戻す
        </LinkButton>
        <LinkButton onPress={() => linking.takeOut(view)} weight="text">
          本文から外す
        </LinkButton>
      </div>
    );
  }
  return <Live link={link} linking={linking} record={record} view={view} />;
};

const isPrivate = ({ collection, row }: LinkedRecord): boolean =>
  isInternal(LINKED_COLLECTIONS[collection], row);

/** The record is not (or not yet) here: another desk has it, or its making was taken back there. */
const Missing = ({ linking, view }: LinkedRecordViewProps) => (
  <div className={styles.gone}>
    <span>
      この記録は見つかりません。ほかのパソコンの記録を取り込むと、表示されることがあります。
    </span>
    <LinkButton onPress={() => linking.takeOut(view)} weight="text">
      本文から外す
    </LinkButton>
  </div>
);

type LiveProps = LinkedRecordViewProps & {
  readonly link: RecordLink;
  readonly record: LinkedRecord;
};

const Live = ({ link, linking, record, view }: LiveProps) => {
  const element = useRef<HTMLDivElement>(null);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const kind = record.collection === 'actions' ? 'action' : record.row.kind;
  const name = LINK_KIND_NAMES[kind];
  const { text } = record.row;

  useEffect(() => {
    const edge = linking.views.takeEntry(link);
    const field = element.current && wordsFieldOf(element.current);
    if (edge !== undefined && field) putCursor(field, edge);
  }, [linking, link]);

  /** One that was begun and never said anything goes as it came. */
  const leave = (next: EventTarget | null): void => {
    const isInside = next instanceof Node && element.current?.contains(next);
    if (isInside || !document.hasFocus() || isMenuOpen) return;
    if (text === '' && element.current && wordsFieldOf(element.current)?.value === '') {
      linking.dropEmpty(link);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <div
      aria-label={`${name}：${text}`}
      className={cx(styles.line, tones[FINDING_TONES[kind]])}
      onBlur={(event) => leave(event.relatedTarget)}
      onKeyDown={(event) => moveByKey(event, linking, view)}
      ref={element}
      role="group"
    >
      <button
        aria-haspopup="menu"
        aria-label={`${name}：${text}の操作`}
        className={styles.kind}
        onClick={() => setIsMenuOpen(true)}
        ref={trigger}
        type="button"
      >
        {name}
      </button>
      {record.collection === 'findings' ? (
        <FindingWords linking={linking} name={name} row={record.row} />
      ) : (
        <ActionWords linking={linking} name={name} row={record.row} />
      )}
      {isMenuOpen && (
        <LinkedMenu
          link={link}
          linking={linking}
          name={name}
          onClose={() => setIsMenuOpen(false)}
          record={record}
          trigger={trigger}
          view={view}
        />
      )}
    </div>
  );
};

type WordsProps<Row> = {
  readonly row: Row;
  readonly name: string;
  readonly linking: NoteLinking;
};

const FindingWords = ({ row, name, linking }: WordsProps<FindingRow>) => (
  <span className={styles.words}>
    <BoundText
      collection={findings}
      field="text"
      label={name}
      placeholder={`${name}を書く`}
      row={row}
      store={(values, burst) =>
        linking.store(linking.set({ collection: 'findings', id: row.id }, values), burst)
      }
      wraps
    />
  </span>
);

const ActionWords = ({ row, name, linking }: WordsProps<ActionRow>) => {
  const bound: Bound<typeof actions> = {
    collection: actions,
    row,
    store: (values, burst) =>
      linking.store(linking.set({ collection: 'actions', id: row.id }, values), burst),
  };
  const due = isPartialDate(row.due) ? row.due : '';
  const context: DateContext = linking.context;
  return (
    <>
      <span className={styles.words}>
        <BoundText
          {...bound}
          field="text"
          isDone={row.state !== 'open'}
          label={name}
          placeholder="することを書く"
          wraps
        />
      </span>
      <span className={styles.beside}>
        <span>
          <BoundText {...bound} field="owner" label="担当" placeholder="担当" />
        </span>
        <span>
          <BoundText
            {...bound}
            context={context}
            field="due"
            label="期限"
            placeholder="期限"
            shown={due === '' ? '' : formatPartialDate(due, 'dotted')}
          />
        </span>
      </span>
    </>
  );
};

/** Out of the record's inputs by the keys that lead through a text. */
const moveByKey = (event: KeyboardEvent, linking: NoteLinking, view: LinkedView): void => {
  const { target } = event;
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (!isField || isImeKey(event)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const [start, end] = [target.selectionStart ?? 0, target.selectionEnd ?? 0];
  const isOneLine =
    target.scrollHeight < 2 * Number.parseFloat(getComputedStyle(target).lineHeight);
  const go = (act: () => void): void => {
    event.preventDefault();
    act();
  };
  switch (event.key) {
    case 'Enter':
      go(() => linking.goBehind(view, true));
      break;
    case 'Escape':
      go(() => linking.goBehind(view, false));
      break;
    case 'ArrowDown':
      if (isOneLine || start === target.value.length) go(() => linking.goBehind(view, false));
      break;
    case 'ArrowUp':
      if (isOneLine || end === 0) go(() => linking.goBefore(view));
      break;
    case 'Backspace':
      if (target instanceof HTMLTextAreaElement && start === 0 && end === 0) {
        go(() => linking.stepBack(view, target.value === ''));
      }
      break;
    default:
  }
};
