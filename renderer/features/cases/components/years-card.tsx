import { useMemo, useState } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import type { Day } from '#shared/dates/types.ts';
import type { CaseBefore, CaseLink } from '#shared/domain/chain/case-years.ts';
import { type CaseId, NO_ID } from '#shared/domain/record/ids.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { caseYears, takingRows } from '../queries.ts';
import { offerIn, takenOptions } from '../taking.ts';
import { TakeAlongDialog } from './take-along-dialog.tsx';

type YearsCardProps = {
  readonly caseId: CaseId;
  readonly today: Day;
  readonly onOpenCase: (id: CaseId) => void;
};

/** 年度のつながり on 概要: the cases before and after, and what can still be taken along. */
export const YearsCard = ({ caseId, today, onOpenCase }: YearsCardProps) => {
  const [isTaking, setIsTaking] = useState(false);
  const loaded = useLive(useMemo(() => caseYears(caseId), [caseId]));
  const years = loaded.state === 'ready' ? loaded.value : null;
  const before = years?.before ?? { kind: 'none' };
  const from = before.kind === 'case' ? before.link.id : NO_ID;
  const taking = useLive(useMemo(() => takingRows(from, caseId), [from, caseId]));
  const rows = taking.state === 'ready' ? taking.value : undefined;
  if (years === null || (before.kind === 'none' && years.after.length === 0)) return null;
  const options = rows === undefined ? [] : takenOptions(offerIn(rows));
  const links = (all: readonly CaseLink[]) =>
    all.map(({ id, label }) => (
      <div key={id}>
        <LinkButton onPress={() => onOpenCase(id)}>{label}</LinkButton>
      </div>
    ));
  return (
    <Card
      actions={
        options.length > 0 && (
          <Button onPress={() => setIsTaking(true)} size="small">
            前の案件から引き継ぐ
          </Button>
        )
      }
      title="年度のつながり"
    >
      <DescriptionList
        items={[
          {
            label: before.kind === 'case' ? before.link.relation : '前の案件',
            value: before.kind === 'case' ? links([before.link]) : BEFORE_WORDS[before.kind],
          },
          ...(years.after.length === 0
            ? [{ label: '翌年度', value: '' }]
            : years.after.map((link) => ({
                id: link.id,
                label: link.relation,
                value: links([link]),
              }))),
        ]}
      />
      {isTaking && rows !== undefined && before.kind === 'case' && (
        <TakeAlongDialog
          caseId={caseId}
          onClose={() => setIsTaking(false)}
          rows={rows}
          today={today}
          year={before.link.label}
        />
      )}
    </Card>
  );
};

const BEFORE_WORDS: Readonly<Record<Exclude<CaseBefore['kind'], 'case'>, string>> = {
  none: '',
  binned: '継続元の案件はごみ箱にあります。「ごみ箱」から戻せます。',
  missing: '継続元の案件が見つかりません。ほかのPCの記録がまだ届いていないことがあります。',
};
