import { BoundField } from '#adapters/store/bound-field.tsx';
import { useStoreField } from '#adapters/store/store.tsx';
import { handoverSigns, officeHandoverSigns, SIGN_ID } from '#shared/domain/handover/handover.ts';
import type { BookRows } from '#shared/domain/handover/rows.ts';
import { emptyRow } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { bookCommands, homeOf } from '../commands.ts';
import styles from './handover.module.css';

type SignCardProps = { readonly caseId: CaseId | null; readonly rows: BookRows };

const FIELDS = ['from', 'to', 'witness', 'date'] as const;

/** The signatures of a 引継書: who hands over, who takes over, who confirms, and when. */
export const SignCard = ({ caseId, rows }: SignCardProps) => {
  const store = useStoreField();
  const home = homeOf(caseId);
  const { sign } = bookCommands(home);
  return (
    <Card note="紙面では、空けておくと手書きの欄になります" title="署名">
      <div className={styles.signs}>
        {FIELDS.map((field) =>
          caseId === null ? (
            <BoundField
              collection={officeHandoverSigns}
              field={field}
              key={field}
              row={
                rows.officeHandoverSigns[0] ?? emptyRow(officeHandoverSigns, home.document, SIGN_ID)
              }
              store={(values, burst) => store(sign(values), burst)}
            />
          ) : (
            <BoundField
              collection={handoverSigns}
              field={field}
              key={field}
              row={rows.handoverSigns[0] ?? emptyRow(handoverSigns, home.document, SIGN_ID)}
              store={(values, burst) => store(sign(values), burst)}
            />
          ),
        )}
      </div>
    </Card>
  );
};
