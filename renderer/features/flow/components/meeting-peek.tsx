import { ArrowUpDown, ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useOpenAhead } from '#adapters/store/store.tsx';
import { formatPartialDate } from '#shared/dates/format.ts';
import { type FiscalYear, isPartialDate } from '#shared/dates/types.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  ACTION_STATE_NAMES,
  type ActionRow,
  FINDING_KIND_NAMES,
  type FindingKind,
  MEETING_KIND_NAMES,
  PROGRAMME_PART_NAMES,
  type ProgrammeItemRow,
} from '#shared/domain/meeting/meeting.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { type DescriptionItem, DescriptionList } from '#ui/description-list.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import tones from '#ui/mark-tones.module.css';
import { Menu } from '#ui/menu.tsx';
import { moveItems } from '#ui/move-items.ts';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { variantWords, whenWords } from '../model.ts';
import type { Peek } from '../peek-model.ts';
import styles from './meeting-peek.module.css';
import { PeekEdits, type PeekEditsProps } from './peek-edits.tsx';

type MeetingPeekProps = Omit<PeekEditsProps, 'view'> & {
  readonly peek: Peek;
  readonly fiscalYear: FiscalYear | undefined;
  readonly onClose: () => void;
  readonly onOpen: (meetingId: string) => void;
  readonly onRemove: (meetingId: string) => void;
  readonly onMove: (meetingId: string, by: -1 | 1) => void;
};

const small = { 'aria-hidden': true, size: 16 } as const;

/** The selected meeting beside the ladder: looked at here, written on its own page. */
export const MeetingPeek = ({
  peek,
  onClose,
  onOpen,
  onRemove,
  onMove,
  ...edits
}: MeetingPeekProps) => {
  const { view, excerpt, findings, actions, summaries } = peek;
  const { id } = view.meeting;
  useOpenAhead(edits.document);
  // Without a date, deciding on one is what comes next.
  const [isEditing, setIsEditing] = useState(view.date === '' || view.state === 'postponed');
  const cited = [
    ...new Set([view.meeting.source, ...view.variants.map(({ source }) => source)]),
  ].filter((source) => source !== '');
  const hasRecord = excerpt !== '' || findings.length > 0;
  return (
    <PeekPanel
      actions={
        <>
          <Button
            endIcon={isEditing ? <ChevronUp {...small} /> : <ChevronDown {...small} />}
            onPress={() => setIsEditing(!isEditing)}
            size="small"
          >
            種類・日時・状態を変える
          </Button>
          <Menu
            items={moveItems({ up: () => onMove(id, -1), down: () => onMove(id, 1) }).map(
              (item) => ({ ...item, shortcut: item.id === 'up' ? 'Alt+↑' : 'Alt+↓' }),
            )}
            label="並びの中で動かす"
            trigger={
              <IconButton icon={<ArrowUpDown {...small} />} label="並びの中で動かす" size="small" />
            }
          />
          <Button
            icon={<Trash2 {...small} />}
            onPress={() => onRemove(id)}
            size="small"
            variant="quiet"
          >
            削除
          </Button>
        </>
      }
      kicker={view.title}
      onClose={onClose}
      title={whenWords(view)}
    >
      {isEditing && (
        <PeekSection>
          <PeekEdits view={view} {...edits} />
        </PeekSection>
      )}
      <PeekSection>
        <DescriptionList items={factsOf(peek)} labelWidth={100} />
      </PeekSection>
      <PeekSection
        actions={<LinkButton onPress={() => onOpen(id)}>開いて書く</LinkButton>}
        title="記録"
      >
        {hasRecord ? (
          <>
            {excerpt !== '' && <p className={styles.text}>{excerpt}</p>}
            {findings.map((finding) => (
              <Bar key={finding.id} kind={finding.kind} word={FINDING_KIND_NAMES[finding.kind]}>
                {finding.text}
              </Bar>
            ))}
          </>
        ) : (
          <p className={styles.nothing}>まだ書かれていません。「開いて書く」から書けます。</p>
        )}
      </PeekSection>
      {summaries.map(({ title, text }) => (
        <PeekSection key={title} title={title}>
          <p className={styles.text}>{text}</p>
        </PeekSection>
      ))}
      {actions.length > 0 && (
        <PeekSection title="次に向けて">
          {actions.map((action) => (
            <Bar key={action.id} kind="action" word="対応">
              {action.text}
              <span className={styles.aside}>{actionWords(action)}</span>
            </Bar>
          ))}
        </PeekSection>
      )}
      {cited.length > 0 && (
        <PeekSection title="出典">
          {cited.map((source) => (
            <p className={styles.source} key={source}>
              {source}
            </p>
          ))}
        </PeekSection>
      )}
    </PeekPanel>
  );
};

/** 町・10/14 済 */
const actionWords = ({ owner, due, state }: ActionRow): string => {
  const date = due !== '' && isPartialDate(due) ? formatPartialDate(due, 'short') : '';
  const who = [owner, date].filter((part) => part !== '').join('・');
  return [who, ACTION_STATE_NAMES[state]].filter((part) => part !== '').join(' ');
};

/** （講師 山田）; nothing where nobody has a part. */
const speakerWords = ({ part, speaker }: ProgrammeItemRow): string =>
  part === 'none' ? '' : `（${[PROGRAMME_PART_NAMES[part], speaker].filter(Boolean).join(' ')}）`;

const factsOf = ({ view, programme, round }: Peek): readonly DescriptionItem[] => {
  const { meeting, supporters, headCount, modes } = view;
  /** What is known of a field, and what another source says of it; '' where nothing is. */
  const known = (field: string, value: string): ReactNode => {
    const other = variantWords(view, field);
    if (other === '') return value;
    return (
      <>
        {value}
        <span className={styles.said}>（{other}）</span>
      </>
    );
  };
  const heads = headCount.shown === null ? '' : `${headCount.shown.toLocaleString('ja-JP')}人`;
  const isKindKnown = ['preMeeting', 'session'].includes(meeting.kind);
  const items: readonly (DescriptionItem | false)[] = [
    !isKindKnown && { label: '種類', value: MEETING_KIND_NAMES[meeting.kind] },
    (view.subtitle !== '' || round !== null) && {
      label: '名称',
      value: known('title', view.subtitle),
    },
    { label: '形式', value: known('modes', modes.join('・')) },
    view.place !== '' && { label: '場所', value: known('place', view.place) },
    (meeting.audience !== '' || meeting.kind === 'session') && {
      label: '対象',
      value: known('audience', meeting.audience),
    },
    { label: '支援者', value: supporters.join('、') },
    (heads !== '' || meeting.attendanceText !== '') && {
      label: '参加',
      value: (
        <>
          <strong>{heads}</strong>
          {meeting.attendanceText !== '' && (
            <span className={styles.said}>{aroundCount(meeting.attendanceText, heads)}</span>
          )}
          {headCount.differs && (
            <span className={styles.differs}>△ 内訳は{headCount.computed}人です</span>
          )}
          {known('headCount', '')}
        </>
      ),
    },
    programme.length > 0 && {
      label: '次第',
      value: programme
        .map((item) => `${[item.time, item.title].filter(Boolean).join(' ')}${speakerWords(item)}`)
        .join(' → '),
    },
    meeting.effect.trim() !== '' && {
      label: '効果・方向性',
      value: <span className={styles.text}>{meeting.effect.trim()}</span>,
    },
    meeting.remarks !== '' && { label: '備考', value: meeting.remarks },
  ];
  return items.filter((item) => item !== false);
};

/** 38人（町、SC…） beside 38人 is （町、SC…）: the number is not said twice. */
const aroundCount = (text: string, heads: string): string =>
  heads !== '' && text.startsWith(heads) ? text.slice(heads.length) : `（${text}）`;

type BarProps = {
  readonly kind: FindingKind | 'action';
  readonly word: string;
  readonly children: ReactNode;
};

const Bar = ({ kind, word, children }: BarProps) => (
  <p className={cx(styles.bar, tones[FINDING_TONES[kind]])}>
    <strong className={styles.word}>{word}</strong>
    <span>{children}</span>
  </p>
);
