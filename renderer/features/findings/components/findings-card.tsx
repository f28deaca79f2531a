import { useMemo } from 'react';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import { FINDING_KIND_NAMES } from '#shared/domain/meeting/meeting.ts';
import { groupBy } from '#shared/domain/record/row-values.ts';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/class-names.ts';
import tones from '#ui/mark-tones.module.css';
import { SectionHeading } from '#ui/section-heading.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { useLatest } from '#ui/use-latest.ts';
import { useUnchanged } from '#ui/use-unchanged.ts';
import type { FindingLink } from '../chain.ts';
import type { ChainProps } from '../chain-props.ts';
import { findingLines, idOf, LINES_AT_ONCE, linesInSight } from '../lines.ts';
import { countNote } from '../model.ts';
import type { Mark } from '../use-marked.ts';
import { AddFinding } from './add-finding.tsx';
import { FindingLine } from './finding-line.tsx';
import styles from './findings-page.module.css';

type FindingsCardProps = ChainProps & {
  /** Those that the filter leaves. */
  readonly shown: readonly FindingLink[];
  readonly mark: Mark | undefined;
};

/** What was found, by kind, each with the meeting that it was born in and with what answers it. */
export const FindingsCard = ({ shown, mark, ...chain }: FindingsCardProps) => {
  const { findings, places } = chain;
  const around = useLatest(chain);
  const lines = useUnchanged(
    useMemo(() => findingLines(shown, places, mark), [shown, places, mark]),
  );
  const drawn = useFewAtATime(lines, idOf, LINES_AT_ONCE, linesInSight());
  return (
    <Card note={countNote(shown.length, findings.length)} title="課題・気づき">
      {findings.length === 0 && (
        <p className={styles.quiet}>
          まだありません。会合で見えた課題や気づき、決まったことを、ここにも会合の記録にも書けます。
        </p>
      )}
      {[...groupBy(drawn, ({ kind }) => kind)].map(([kind, found]) => (
        <section className={cx(styles.group, tones[FINDING_TONES[kind]])} key={kind}>
          <SectionHeading
            level={3}
            note={`${found[0]?.ofKind ?? 0}件`}
            title={FINDING_KIND_NAMES[kind]}
          />
          <ul className={styles.list}>
            {found.map((line) => (
              <FindingLine around={around} caseId={chain.caseId} key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
      <AddFinding caseId={chain.caseId} places={places} />
    </Card>
  );
};
