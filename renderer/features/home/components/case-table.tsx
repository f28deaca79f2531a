import { memo } from 'react';
import { Chip } from '#ui/chip.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { useFewAtATime } from '#ui/use-few-at-a-time.ts';
import { inSight } from '../in-sight.ts';
import type { CaseLine } from '../model.ts';
import type { HomePlaces } from '../places.ts';
import styles from './case-table.module.css';
import { MiniLadder } from './mini-ladder.tsx';

type CaseTableProps = Pick<HomePlaces, 'onOpenCase' | 'onOpenMeeting'> & {
  readonly lines: readonly CaseLine[];
};

const idOf = ({ id }: CaseLine): string => id;

/** A line's least height (px; see case-table.module.css). */
const LINE = 39;
/** Most offices have no more cases in a year than a window shows and this. */
const REST = 32;

/**
 * One line a case: how far it is, what comes next, when there was word of it last. Those that a window can
 * show are drawn first: the start waits for them alone.
 */
export const CaseTable = memo(({ lines, onOpenCase, onOpenMeeting }: CaseTableProps) => {
  const drawn = useFewAtATime(lines, idOf, REST, inSight(LINE));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">市町村</th>
          <th scope="col">テーマ</th>
          <th scope="col">進みぐあい</th>
          <th scope="col">次の会合</th>
          <th scope="col">最後の接触</th>
        </tr>
      </thead>
      <tbody>
        {drawn.map((line) => (
          <CaseLineRow
            key={line.id}
            line={line}
            onOpenCase={onOpenCase}
            onOpenMeeting={onOpenMeeting}
          />
        ))}
      </tbody>
    </table>
  );
});

type CaseLineRowProps = Pick<CaseTableProps, 'onOpenCase' | 'onOpenMeeting'> & {
  readonly line: CaseLine;
};

const CaseLineRow = memo(({ line, onOpenCase, onOpenMeeting }: CaseLineRowProps) => (
  <tr>
    <th scope="row">
      <LinkButton className={styles.name} onPress={() => onOpenCase(line.id)}>
        {line.name}
      </LinkButton>
      {line.programme !== null && (
        <span className={styles.programme}>
          <Chip>
            <abbr aria-label={line.programme} title={line.programme}>
              国
            </abbr>
          </Chip>
        </span>
      )}
    </th>
    <td className={styles.theme} title={line.theme}>
      <span>{line.theme}</span>
    </td>
    <td>
      <MiniLadder steps={line.steps} />
    </td>
    <td>
      <NextMeeting line={line} onOpenMeeting={onOpenMeeting} />
    </td>
    <td className={line.last?.isLong ? styles.long : undefined}>{line.last?.text ?? '—'}</td>
  </tr>
));

const NextMeeting = ({
  line: { id, next, isOver, ended },
  onOpenMeeting,
}: {
  readonly line: CaseLine;
  readonly onOpenMeeting: HomePlaces['onOpenMeeting'];
}) =>
  next === null ? (
    <span className={isOver || ended !== '' ? undefined : styles.open}>
      {ended || (isOver ? '—' : '未定')}
    </span>
  ) : (
    <LinkButton
      className={styles.next}
      onPress={() => onOpenMeeting(id, next.meetingId)}
      weight="text"
    >
      {next.text}
    </LinkButton>
  );
