import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import { FINDING_KIND_NAMES } from '#shared/domain/meeting/meeting.ts';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/class-names.ts';
import tones from '#ui/mark-tones.module.css';
import { SectionHeading } from '#ui/section-heading.tsx';
import type { FindingLink } from '../chain.ts';
import type { ChainProps } from '../chain-props.ts';
import { countNote, groupFindings, neighboursOf } from '../model.ts';
import { AddFinding } from './add-finding.tsx';
import { FindingLine } from './finding-line.tsx';
import styles from './findings-page.module.css';

type FindingsCardProps = ChainProps & {
  /** Those that the filter leaves. */
  readonly shown: readonly FindingLink[];
};

/** What was found, by kind, each with the meeting that it was born in and with what answers it. */
export const FindingsCard = ({ shown, ...chain }: FindingsCardProps) => {
  const { findings, places } = chain;
  const links = new Map(shown.map((link) => [link.finding.id, link]));
  const rows = shown.map(({ finding }) => finding);
  return (
    <Card note={countNote(shown.length, findings.length)} title="課題・気づき">
      {findings.length === 0 && (
        <p className={styles.quiet}>
          まだありません。会合で見えた課題や気づき、決まったことを、ここにも会合の記録にも書けます。
        </p>
      )}
      {groupFindings(rows, places).map(({ kind, findings: found }) => (
        <section className={cx(styles.group, tones[FINDING_TONES[kind]])} key={kind}>
          <SectionHeading level={3} note={`${found.length}件`} title={FINDING_KIND_NAMES[kind]} />
          <ul className={styles.list}>
            {found.map((finding) => {
              const link = links.get(finding.id);
              return (
                link && (
                  <FindingLine
                    {...chain}
                    key={finding.id}
                    link={link}
                    neighbours={neighboursOf(
                      found,
                      finding,
                      (other) => other.meeting === finding.meeting,
                    )}
                  />
                )
              );
            })}
          </ul>
        </section>
      ))}
      <AddFinding caseId={chain.caseId} places={places} />
    </Card>
  );
};
