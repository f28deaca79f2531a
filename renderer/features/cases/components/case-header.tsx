import { Flag, Pencil, RotateCcw } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { formatFiscalYear, formatPartialDate } from '#shared/dates/format.ts';
import { type Day, isFiscalYear, isPartialDate } from '#shared/dates/types.ts';
import { chargeWords, inOrderOfTime } from '#shared/domain/case/assignment.ts';
import { ENTRY_NAMES, PROGRAMME_NAMES } from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Chip, ChipList } from '#ui/chip.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { reopenCaseCommand } from '../commands.ts';
import { type CaseHead, caseHead } from '../queries.ts';
import { EditCaseDialog } from './edit-case-dialog.tsx';
import { EndCaseDialog } from './end-case-dialog.tsx';
import { YearLine } from './year-line.tsx';

type CaseHeaderProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  /** Code of the user's prefecture (01–47), or ''. */
  readonly prefecture: string;
  /** A TabNav of the case's pages. */
  readonly tabs?: ReactNode;
  /** Before the edit button. */
  readonly actions?: ReactNode;
  /** The list of cases, of a fiscal year when one is given. */
  readonly onOpenCases: (fiscalYear?: number) => void;
  /** Another year's case, on the page that is open. */
  readonly onOpenCase: (id: CaseId) => void;
};

/** The head above all pages of a case. Says so when there is no such case (it is in the bin, say). */
export const CaseHeader = ({
  caseId,
  today,
  prefecture,
  tabs,
  actions,
  onOpenCases,
  onOpenCase,
}: CaseHeaderProps) => {
  const [isEditing, setIsEditing] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const run = useRun();
  const loaded = useLive(useMemo(() => caseHead(caseId), [caseId]));
  const list = { label: '案件', onPress: () => onOpenCases() };
  // The answer for the case before this one stays a moment: it must not stand under this one's tabs.
  const head = loaded.state === 'ready' ? loaded.value : undefined;
  if (loaded.state === 'loading' || (head !== undefined && head.row.id !== caseId)) {
    return <PageHeader crumbs={[list]} tabs={tabs} title={<>&nbsp;</>} />;
  }
  if (head === undefined) {
    return (
      <PageHeader
        crumbs={[list]}
        subtitle="削除した案件は、左下の「ごみ箱」から戻せます。"
        title="この案件は見つかりません"
      />
    );
  }
  const { fiscalYear } = head.row;
  return (
    <>
      <PageHeader
        actions={
          <>
            {actions}
            <Button
              icon={<Pencil aria-hidden="true" size={16} />}
              onPress={() => setIsEditing(true)}
              size="small"
              variant="quiet"
            >
              案件の情報を編集
            </Button>
            {head.row.endedOn === '' ? (
              <Button
                icon={<Flag aria-hidden="true" size={16} />}
                onPress={() => setIsEnding(true)}
                size="small"
                variant="quiet"
              >
                案件を終える
              </Button>
            ) : (
              <Button
                icon={<RotateCcw aria-hidden="true" size={16} />}
                onPress={() => void run(reopenCaseCommand(caseId))}
                size="small"
                variant="quiet"
              >
                案件を再開する
              </Button>
            )}
          </>
        }
        crumbs={[
          list,
          fiscalYear !== null && isFiscalYear(fiscalYear)
            ? { label: formatFiscalYear(fiscalYear), onPress: () => onOpenCases(fiscalYear) }
            : { label: '年度未入力' },
        ]}
        meta={
          <>
            {head.years.line.length > 1 && (
              <YearLine current={caseId} onOpenCase={onOpenCase} years={head.years} />
            )}
            <CaseMeta head={head} today={today} />
          </>
        }
        subtitle={subtitleOf(head)}
        tabs={tabs}
        title={head.row.municipalityName || '（市町村名なし）'}
      />
      {isEnding && (
        <EndCaseDialog onClose={() => setIsEnding(false)} row={head.row} today={today} />
      )}
      {isEditing && (
        <EditCaseDialog
          caseId={caseId}
          head={head}
          onClose={() => setIsEditing(false)}
          prefecture={prefecture}
          today={today}
        />
      )}
    </>
  );
};

/** 熊本県上益城郡・団体コード 434434 */
const subtitleOf = ({ row, municipality }: CaseHead): string =>
  [
    `${row.prefectureName || (municipality?.prefecture ?? '')}${municipality?.district ?? ''}`,
    row.municipalityCode === '' ? '' : `団体コード ${row.municipalityCode}`,
  ]
    .filter((part) => part !== '')
    .join('・');

/** 終了 R5.3.31 */
const endedWords = (endedOn: string): string =>
  `終了 ${isPartialDate(endedOn) ? formatPartialDate(endedOn, 'dotted') : endedOn}`;

const CaseMeta = ({ head, today }: { readonly head: CaseHead; readonly today: Day }) => {
  const { row, themeNames, assignments } = head;
  const charge = chargeWords(row.section, inOrderOfTime(assignments), today);
  const entry = row.entry === 'unknown' ? '' : `（${ENTRY_NAMES[row.entry]}）`;
  const names = [...new Set(row.themes.map((theme) => themeNames.get(theme.id) ?? theme.name))];
  return (
    <>
      {row.endedOn !== '' && <Badge>{endedWords(row.endedOn)}</Badge>}
      <Chip variant="key">{`${PROGRAMME_NAMES[row.programme]}${entry}`}</Chip>
      {names.length > 0 && <ChipList items={names} label="テーマ" />}
      {charge !== '' && <span>担当 {charge}</span>}
    </>
  );
};
