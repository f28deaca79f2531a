import { BoundText } from '#adapters/store/bound-field.tsx';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import {
  type CaseRow,
  cases,
  YEAR_TEXTS,
  type YearNoteRow,
  yearNotes,
} from '#shared/domain/case/case.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { quote } from '#shared/text/typed.ts';
import { AddField } from '#ui/add-field.tsx';
import { Card } from '#ui/card.tsx';
import { RowMenu } from '#ui/row-menu.tsx';
import { yearNoteCommands } from '../commands.ts';
import styles from './overview-page.module.css';

type YearCardProps = { readonly row: CaseRow; readonly notes: readonly YearNoteRow[] };

/** 年間のまとめ: what the year was like, under the usual headings and those of one's own. */
export const YearCard = ({ row, notes }: YearCardProps) => {
  const id = row.id as CaseId;
  const store = useStoreField();
  return (
    <Card title="年間のまとめ">
      <div className={styles.texts}>
        {YEAR_TEXTS.map((field) => (
          <LongTextArea
            collection={cases}
            document={caseDocument(id)}
            field={field}
            id={id}
            key={field}
            maxRows={30}
            value={row[field]}
          />
        ))}
        {notes.map((note, index) => (
          <YearNote caseId={id} count={notes.length} index={index} key={note.id} note={note} />
        ))}
        <AddField
          draftKey={`add.yearNote.${id}`}
          label="まとめの見出しを加える"
          maxLength={NAME_LIMIT}
          onAdd={(heading) => store(yearNoteCommands(id).add({ heading }))}
          placeholder="見出しを加える（例：今後の支援に向けて）"
        />
      </div>
    </Card>
  );
};

type YearNoteProps = {
  readonly caseId: CaseId;
  readonly note: YearNoteRow;
  readonly index: number;
  readonly count: number;
};

const YearNote = ({ caseId, note, index, count }: YearNoteProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const commands = yearNoteCommands(caseId);
  return (
    <section aria-label={note.heading}>
      <div className={styles.heading}>
        <BoundText
          collection={yearNotes}
          field="heading"
          label={`見出し${index + 1}`}
          row={note}
          store={(values, burst) => store(commands.set(note.id, values), burst)}
        />
        <RowMenu
          count={count}
          index={index}
          name={note.heading}
          onMove={(to) => void run(commands.move(note.id, to))}
          onRemove={() =>
            void run(commands.remove(note.id)).then((removed) => {
              if (removed.ok) undoToast(`${quote(note.heading)}を削除しました。`);
            })
          }
          removeLabel="削除"
        />
      </div>
      <LongTextArea
        collection={yearNotes}
        document={caseDocument(caseId)}
        field="text"
        id={note.id}
        isLabelHidden
        label={`${note.heading}の本文`}
        maxRows={30}
        value={note.text}
      />
    </section>
  );
};
