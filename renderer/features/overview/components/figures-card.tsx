import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import type { FigureRow } from '#shared/domain/office/office.ts';
import { checkName, NAME_LIMIT } from '#shared/text/limits.ts';
import { Card } from '#ui/card.tsx';
import { asTyped } from '#ui/commit/use-commit.ts';
import { InlineTextField } from '#ui/inline-text-field.tsx';
import { moveFigureCommand, removeFigureCommand, setFigureCommand } from '../commands.ts';
import { AddFigure } from './add-figure.tsx';
import styles from './overview-page.module.css';
import { RowMenu } from './row-menu.tsx';

type FiguresCardProps = {
  readonly municipality: string;
  readonly name: string;
  readonly figures: readonly FigureRow[];
};

const COLUMNS = [
  { field: 'label', name: '項目', isRequired: true },
  { field: 'value', name: '値', isRequired: true },
  { field: 'asOf', name: '時点', isRequired: false },
  { field: 'source', name: '出典', isRequired: false },
] as const;

/** The municipality's figures, as their sources word them; they serve all its cases. */
export const FiguresCard = ({ municipality, name, figures }: FiguresCardProps) => (
  <Card note={`${name}のどの案件でも同じものを使います`} title="市町村の数値">
    {figures.length === 0 ? (
      <p className={styles.quiet}>
        まだありません。人口や認定率などを、いつの時点のどの資料の値かといっしょに残せます。
      </p>
    ) : (
      <table className={styles.table}>
        <colgroup>
          <col style={{ width: '30%' }} />
          <col style={{ width: '24%' }} />
          <col style={{ width: '17%' }} />
          <col />
          <col style={{ width: '36px' }} />
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column.field} scope="col">
                {column.name}
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
);

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
    const removed = await run(removeFigureCommand(figure.id));
    if (!removed.ok) return;
    undoToast(`「${figure.label}」を削除しました。`);
  };
  return (
    <tr>
      {COLUMNS.map(({ field, name, isRequired }) => (
        <td key={field}>
          <InlineTextField
            draftKey={`figures.${figure.id}.${field}`}
            label={field === 'label' ? name : `${figure.label}の${name}`}
            maxLength={NAME_LIMIT}
            onCommit={(value, burst) =>
              store(setFigureCommand(figure.id, { [field]: value }), burst)
            }
            parse={isRequired ? (text: string) => checkName(text, name) : asTyped}
            placeholder={isRequired ? undefined : '—'}
            value={figure[field]}
          />
        </td>
      ))}
      <td className={styles.menu}>
        <RowMenu
          count={count}
          index={index}
          name={figure.label}
          onMove={(to) => void run(moveFigureCommand(figure.id, to))}
          onRemove={() => void remove()}
          removeLabel="削除"
        />
      </td>
    </tr>
  );
};
