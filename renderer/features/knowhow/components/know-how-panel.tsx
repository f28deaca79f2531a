import { CircleCheck, History, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Bound, BoundField, BoundText } from '#adapters/store/bound-field.tsx';
import { LongTextArea } from '#adapters/store/long-text-area.tsx';
import { useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { fiscalYearOf } from '#shared/dates/calendar.ts';
import type { Day } from '#shared/dates/types.ts';
import { OFFICE } from '#shared/documents/document-id.ts';
import {
  knowHows,
  MUNICIPALITY_KIND_NAMES,
  MUNICIPALITY_KINDS,
  MUNICIPALITY_SIZE_NAMES,
  MUNICIPALITY_SIZES,
} from '#shared/domain/office/know-how.ts';
import type { ThemeRow } from '#shared/domain/office/office.ts';
import type { Member } from '#shared/domain/record/collection.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { fromHere } from '#ui/from-here.ts';
import { MemberField } from '#ui/member-field.tsx';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { knowHowCommands } from '../commands.ts';
import { type KnowHowLine, VISIBILITY_OPTIONS } from '../model.ts';
import styles from './know-how-page.module.css';
import { KnowHowSource } from './know-how-source.tsx';

type KnowHowPanelProps = {
  readonly line: KnowHowLine;
  readonly themes: readonly ThemeRow[];
  readonly today: Day;
  /** Its text has the focus: somebody goes through it. */
  readonly isReviewed: boolean;
  /** The files that are attached to it. */
  readonly files: ReactNode;
  readonly onConfirm: () => void;
  readonly onOpenHistory: () => void;
  readonly onClose: () => void;
  readonly onOpenCase: (caseId: CaseId) => void;
  readonly onOpenMeeting: (caseId: CaseId, meetingId: string) => void;
};

const KINDS = MUNICIPALITY_KINDS.map((id) => ({ id, label: MUNICIPALITY_KIND_NAMES[id] }));
const SIZES = MUNICIPALITY_SIZES.map((id) => ({ id, label: MUNICIPALITY_SIZE_NAMES[id] }));

/** One lesson, edited in place. */
export const KnowHowPanel = ({
  line,
  themes,
  today,
  isReviewed,
  files,
  onConfirm,
  onOpenHistory,
  onClose,
  onOpenCase,
  onOpenMeeting,
}: KnowHowPanelProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const what = useFocusWithin(isReviewed);
  const { row } = line;
  const { id } = row;
  const bound: Bound<typeof knowHows> = {
    collection: knowHows,
    row,
    store: (values, burst) => store(knowHowCommands.set(id, values), burst),
  };
  const text = (field: 'what' | 'worksWhen' | 'avoid', minRows?: number) => (
    <LongTextArea
      collection={knowHows}
      document={OFFICE}
      field={field}
      id={id}
      minRows={minRows}
      value={row[field]}
    />
  );
  const remove = async () => {
    const leadOn = fromHere();
    const removed = await run(knowHowCommands.remove(id));
    if (!removed.ok) return;
    leadOn(onClose);
    undoToast('ノウハウを削除しました。');
  };
  return (
    <PeekPanel
      actions={
        <>
          <Button icon={<CircleCheck aria-hidden="true" size={16} />} onPress={onConfirm}>
            今も有効
          </Button>
          <Button
            icon={<History aria-hidden="true" size={16} />}
            onPress={onOpenHistory}
            variant="quiet"
          >
            変更履歴
          </Button>
          <Button
            icon={<Trash2 aria-hidden="true" size={16} />}
            onPress={() => void remove()}
            variant="quiet"
          >
            削除
          </Button>
        </>
      }
      kicker="ノウハウ"
      onClose={onClose}
      title={row.title}
    >
      <div className={styles.fields}>
        <div>
          <span aria-hidden="true" className={styles.label}>
            題名
          </span>
          <div className={styles.boxed}>
            <BoundText {...bound} field="title" wraps />
          </div>
        </div>
        <div ref={what}>{text('what', 4)}</div>
        {text('worksWhen')}
        {text('avoid')}
        <MemberField
          draftKey={`add.knowHow.theme.${id}`}
          label="テーマ"
          maxLength={NAME_LIMIT}
          members={row.themes.map((theme) => ({ id: theme.id, label: theme.name }))}
          onAdd={(theme) => {
            const found = themes.find((each) => each.id === theme);
            if (found !== undefined) void run(knowHowCommands.addTheme(id, found));
          }}
          onCreate={(name) => void run(knowHowCommands.addTheme(id, { name }))}
          onRemove={(theme) => void run(knowHowCommands.removeTheme(row, theme))}
          options={themes.map((theme) => ({ id: theme.id, label: theme.name }))}
          placeholder="テーマを加える"
        />
        <CheckboxGroup
          label="向いている市町村"
          onChange={(kinds) => void run(knowHowCommands.setKinds(id, kinds))}
          options={KINDS}
          value={chosenOf(MUNICIPALITY_KINDS, row.kinds)}
        />
        <CheckboxGroup
          description="どちらも選ばなければ、どの市町村にも、という意味になります。"
          label="向いている人口規模"
          onChange={(sizes) => void run(knowHowCommands.setSizes(id, sizes))}
          options={SIZES}
          value={chosenOf(MUNICIPALITY_SIZES, row.sizes)}
        />
        <BoundField {...bound} field="contact" />
        <RadioGroup
          label="公開の範囲"
          onChange={(visibility) => void run(knowHowCommands.set(id, { visibility }))}
          options={VISIBILITY_OPTIONS}
          value={row.visibility}
        />
        <BoundField
          {...bound}
          context={{ fiscalYear: fiscalYearOf(today) }}
          description={
            line.isDue ? '1年以上たっています。まだ有効か、確かめてください。' : undefined
          }
          field="confirmedOn"
        />
      </div>
      {files}
      <PeekSection title="もとになった支援">
        <KnowHowSource onOpenCase={onOpenCase} onOpenMeeting={onOpenMeeting} row={row} />
      </PeekSection>
    </PeekPanel>
  );
};

const chosenOf = <Id extends string>(ids: readonly Id[], set: readonly Member[]): readonly Id[] =>
  ids.filter((id) => set.some((member) => member.id === id));

/** Once it is wanted, the text in there has the focus. */
const useFocusWithin = (isWanted: boolean) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isWanted) place.current?.querySelector('textarea')?.focus();
  }, [isWanted]);
  return place;
};
