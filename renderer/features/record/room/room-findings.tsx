import { useEffect, useRef, useState } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import type { Values } from '#data/records/draft.ts';
import { asksReason } from '#shared/domain/meeting/finding-reason.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  type ActionRow,
  actions,
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type FindingKind,
  type FindingRow,
  findings,
} from '#shared/domain/meeting/meeting.ts';
import { isInternal } from '#shared/domain/record/collection.ts';
import { SENTENCE_LIMIT } from '#shared/domain/record/field.ts';
import type { Result } from '#shared/result.ts';
import { AddField } from '#ui/add-field.tsx';
import { cx } from '#ui/class-names.ts';
import tones from '#ui/mark-tones.module.css';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import type { RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './room.module.css';

/** What may be read by all in the room: what is the prefecture's own is neither shown nor asked for here. */
const ROOM_KINDS = FINDING_KINDS.filter((kind) => !isInternal(findings, { kind }));
type RoomKind = FindingKind | 'action';

const OPTIONS = [
  ...ROOM_KINDS.map((id, index) => ({ id, label: FINDING_KIND_NAMES[id], key: index + 1 })),
  { id: 'action' as const, label: '対応', key: 5 },
];

const isRoomFinding = (finding: FindingRow): boolean => !isInternal(findings, finding);

type RoomFindingsProps = { readonly data: RecordData; readonly tools: RecordTools };

/** 出たこと: what was said that lasts, in large letters, and a line that takes the next with one key. */
export const RoomFindings = ({ data, tools }: RoomFindingsProps) => {
  const [kind, setKind] = useState<RoomKind>('issue');
  const line = useRef<HTMLDivElement>(null);
  useKindKeys((picked) => {
    setKind(picked);
    line.current?.querySelector('input')?.focus();
  });
  const name = OPTIONS.find(({ id }) => id === kind)?.label ?? '';
  const meeting = data.meeting.id;
  return (
    <section aria-label="出たこと" className={styles.findings}>
      <h2 className={styles.heading}>出たこと</h2>
      <ul className={styles.list}>
        {data.findings.filter(isRoomFinding).map((finding) => (
          <RoomFinding finding={finding} key={finding.id} tools={tools} />
        ))}
        {data.actions.map((action) => (
          <RoomAction action={action} key={action.id} tools={tools} />
        ))}
      </ul>
      <div className={styles.add} ref={line}>
        <SegmentedControl
          label="加えるものの種類"
          onChange={setKind}
          options={OPTIONS.map(({ id, label }) => ({ id, label }))}
          value={kind}
        />
        <AddField
          draftKey={`room.${meeting}`}
          label={`${name}を加える`}
          maxLength={SENTENCE_LIMIT}
          onAdd={(text): Promise<Result<unknown>> =>
            kind === 'action'
              ? tools.store(tools.commands.actions.add({ text, meeting }))
              : tools.store(tools.commands.findings.add({ kind, text, meeting }))
          }
          placeholder={`${name}を書いてEnter`}
        />
        <p className={styles.quiet}>Ctrl+Alt+1～5 で種類を選んで書けます</p>
      </div>
    </section>
  );
};

/** Ctrl+Alt+1 … 5, except in the note, where they make a line of it one of these. */
const useKindKeys = (onPick: (kind: RoomKind) => void): void => {
  const last = useRef(onPick);
  last.current = onPick;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.altKey || event.isComposing || event.defaultPrevented) return;
      const picked = OPTIONS.find(({ key }) => event.code === `Digit${key}`);
      if (picked === undefined) return;
      event.preventDefault();
      last.current(picked.id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};

type RoomFindingProps = { readonly finding: FindingRow; readonly tools: RecordTools };

const RoomFinding = ({ finding, tools }: RoomFindingProps) => {
  const name = FINDING_KIND_NAMES[finding.kind];
  const bound = {
    collection: findings,
    row: finding,
    store: (values: Values<typeof findings>, burst?: string) =>
      tools.store(
        tools.commands.links.set({ collection: 'findings', id: finding.id }, values),
        burst,
      ),
  };
  return (
    <li className={cx(styles.finding, tones[FINDING_TONES[finding.kind]])}>
      <span className={styles.kind}>{name}</span>
      <BoundText {...bound} field="text" label={name} wraps />
      <span className={styles.said}>
        <BoundText
          {...bound}
          field="saidBy"
          label={`${finding.text}の発言者`}
          placeholder="発言者"
        />
      </span>
      {asksReason(finding) && (
        <span className={styles.reason}>
          <BoundText
            {...bound}
            field="reason"
            label={`${finding.text}の理由`}
            placeholder="理由"
            wraps
          />
        </span>
      )}
    </li>
  );
};

type RoomActionProps = { readonly action: ActionRow; readonly tools: RecordTools };

const RoomAction = ({ action, tools }: RoomActionProps) => {
  const bound = {
    collection: actions,
    row: action,
    store: (values: Values<typeof actions>, burst?: string) =>
      tools.store(
        tools.commands.links.set({ collection: 'actions', id: action.id }, values),
        burst,
      ),
  };
  return (
    <li className={cx(styles.finding, tones[FINDING_TONES.action])}>
      <span className={styles.kind}>対応</span>
      <BoundText {...bound} field="text" label="対応事項" wraps />
      <span className={styles.said}>
        <BoundText {...bound} field="owner" label={`${action.text}の担当`} placeholder="担当" />
      </span>
    </li>
  );
};
