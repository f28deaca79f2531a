import { memo } from 'react';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { type FigureRow, figures as figureRecords } from '#shared/domain/office/office.ts';
import { fieldName } from '#shared/domain/record/collection.ts';
import type { MunicipalityCode } from '#shared/domain/record/ids.ts';
import { Card } from '#ui/card.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { figureCommands } from '../commands.ts';
import { AddFigure } from './add-figure.tsx';
import styles from './overview-page.module.css';

type FiguresCardProps = {
  readonly municipality: MunicipalityCode;
  readonly name: string;
  readonly figures: readonly FigureRow[];
};

const COLUMNS = ['label', 'value', 'asOf', 'source'] as const;

/** The municipality's figures, as their sources word them; they serve all its cases. */
export const FiguresCard = memo(({ municipality, name, figures }: FiguresCardProps) => (
  <Card note={`${name}のどの案件でも同じものを使います`} title="市町村の数値">
    {figures.length === 0 ? (
      <p className={styles.quiet}>
        まだありません。人口や認定率などを、いつの時点のどの資料の値かといっしょに残せます。
      </p>
    ) : (
      <table className={styles.table}>
        <colgroup>
          <col style={{ width: '22%' }} />
          <col style={{ width: '22%' }} />
          <col style={{ width: '17%' }} />
          <col />
          <col style={{ width: '36px' }} />
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((field) => (
              <th key={field} scope="col">
                {fieldName(figureRecords, field)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, index) => (
            <FigureLine count={figures.length} figure={figure} index={index} key={figure.id} />
          ))}
        </tbody>
      </table>
    )}
    <AddFigure municipality={municipality} />
  </Card>
));

type FigureLineProps = {
  readonly figure: FigureRow;
  readonly index: number;
  readonly count: number;
};

const FigureLine = ({ figure, index, count }: FigureLineProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const remove = async () => {
    const removed = await run(figureCommands.remove(figure.id));
    if (!removed.ok) return;
    undoToast(`「${figure.label}」を削除しました。`);
  };
  return (
    <tr>
      {COLUMNS.map((field) => (
        <td key={field}>
          <BoundText
            collection={figureRecords}
            field={field}
            label={
              field === 'label' ? undefined : `${figure.label}の${fieldName(figureRecords, field)}`
            }
            placeholder={figureRecords.fields[field].isRequired ? undefined : '—'}
            row={figure}
            store={(values, burst) => store(figureCommands.set(figure.id, values), burst)}
            wraps
          />
        </td>
      ))}
      <td className={styles.menu}>
        <RowMenu
          count={count}
          index={index}
          name={figure.label}
          onMove={(to) => void run(figureCommands.move(figure.id, to))}
          onRemove={() => void remove()}
          removeLabel="削除"
        />
      </td>
    </tr>
  );
};
