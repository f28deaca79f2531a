import { EllipsisVertical, Trash2 } from 'lucide-react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { type Keeping, keepItems } from '#adapters/store/keep-items.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  FINDING_KIND_NAMES,
  FINDING_KINDS,
  type FindingRow,
  findings as findingRecords,
} from '#shared/domain/meeting/meeting.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/class-names.ts';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import tones from '#ui/mark-tones.module.css';
import { moveItems } from '#ui/move-items.ts';
import { SectionHeading } from '#ui/section-heading.tsx';
import { findingCommands } from '../commands.ts';
import {
  type Birthplace,
  groupFindings,
  movesTo,
  type Neighbours,
  neighboursOf,
} from '../model.ts';
import { AddFinding } from './add-finding.tsx';
import styles from './findings-page.module.css';

type FindingsCardProps = {
  readonly caseId: CaseId;
  readonly findings: readonly FindingRow[];
  readonly places: readonly Birthplace[];
  readonly keeping: Keeping;
  readonly onOpenMeeting: (meetingId: string) => void;
};

/** What was found, by kind, each with the meeting that it was born in. */
export const FindingsCard = ({
  caseId,
  findings,
  places,
  keeping,
  onOpenMeeting,
}: FindingsCardProps) => (
  <Card note={findings.length > 0 ? `${findings.length}件` : undefined} title="課題・気づき">
    {findings.length === 0 && (
      <p className={styles.quiet}>
        まだありません。会合で見えた課題や気づき、決まったことを、ここにも会合の記録にも書けます。
      </p>
    )}
    {groupFindings(findings, places).map(({ kind, findings: found }) => (
      <section className={cx(styles.group, tones[FINDING_TONES[kind]])} key={kind}>
        <SectionHeading level={3} note={`${found.length}件`} title={FINDING_KIND_NAMES[kind]} />
        <ul className={styles.list}>
          {found.map((finding) => (
            <FindingLine
              caseId={caseId}
              finding={finding}
              keeping={keeping}
              neighbours={neighboursOf(
                found,
                finding,
                (other) => other.meeting === finding.meeting,
              )}
              key={finding.id}
              onOpenMeeting={onOpenMeeting}
              place={places.find(({ id }) => id === finding.meeting)}
            />
          ))}
        </ul>
      </section>
    ))}
    <AddFinding caseId={caseId} places={places} />
  </Card>
);

type FindingLineProps = Pick<FindingsCardProps, 'caseId' | 'keeping' | 'onOpenMeeting'> & {
  readonly finding: FindingRow;
  readonly neighbours: Neighbours;
  readonly place: Birthplace | undefined;
};

const FindingLine = ({
  caseId,
  finding,
  keeping,
  neighbours,
  place,
  onOpenMeeting,
}: FindingLineProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const word = FINDING_KIND_NAMES[finding.kind];
  const commands = findingCommands(caseId).findings;
  const remove = async () => {
    const removed = await run(commands.remove(finding.id));
    if (!removed.ok) return;
    undoToast(`${word}を削除しました。`);
  };
  return (
    <li className={styles.line}>
      <div className={styles.body}>
        <BoundText
          collection={findingRecords}
          field="text"
          label={word}
          row={finding}
          store={(values, burst) => store(commands.set(finding.id, values), burst)}
          wraps
        />
        <div className={styles.meta}>
          {place === undefined ? (
            <span>案件全体</span>
          ) : (
            <LinkButton
              aria-label={`${place.short}（${place.long}）を開く`}
              onPress={() => onOpenMeeting(place.id)}
              weight="text"
            >
              {place.short}
            </LinkButton>
          )}
          {finding.source !== '' && <span>出典: {finding.source}</span>}
        </div>
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={[
          ...FINDING_KINDS.map((kind) => ({
            id: kind,
            label: `「${FINDING_KIND_NAMES[kind]}」にする`,
            isDisabled: kind === finding.kind,
            onAction: () => void run(commands.set(finding.id, { kind })),
          })),
          ...moveItems({
            ...movesTo(neighbours, (beside) => {
              void run(commands.moveBeside(finding.id, beside));
            }),
            startsGroup: true,
          }),
          ...keepItems(finding.id, keeping),
          {
            id: 'remove',
            label: '削除',
            icon: <Trash2 aria-hidden="true" />,
            tone: 'danger' as const,
            startsGroup: true,
            onAction: () => void remove(),
          },
        ]}
        label={`「${finding.text}」の操作`}
      />
    </li>
  );
};
