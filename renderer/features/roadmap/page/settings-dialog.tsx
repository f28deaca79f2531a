import { useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { formatFiscalYear, formatMonth } from '#shared/dates/format.ts';
import { parseEdge } from '#shared/dates/parse-edge.ts';
import { monthOfEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear, Month } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';
import { ok, problemWords, type Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { setRoadmapCommand } from '../commands.ts';
import styles from './settings.module.css';

type SettingsDialogProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  /** Of the case: months typed without a year lie in it. */
  readonly fiscalYear?: FiscalYear | null | undefined;
  readonly onClose: () => void;
};

type RoadmapForm = {
  readonly title: string;
  readonly caption: string;
  readonly first: string;
  readonly last: string;
  readonly provisional: boolean;
  /** Fiscal years, as the boxes name them. */
  readonly folded: readonly string[];
};

type Errors = { readonly [Field in 'first' | 'last' | 'all']?: string };

/** Title, caption, period, folded years and 暫定版. Mount it to open it. */
export const SettingsDialog = ({
  caseId,
  roadmap,
  fiscalYear = null,
  onClose,
}: SettingsDialogProps) => {
  const workspace = useWorkspace();
  const draft = useDraftForm<RoadmapForm>(`roadmap.${caseId}`, 'ロードマップの設定', {
    title: roadmap.title,
    caption: roadmap.caption,
    first: formatMonth(roadmap.firstMonth),
    last: formatMonth(roadmap.lastMonth),
    provisional: roadmap.provisional,
    folded: roadmap.foldedYears.map(String),
  });
  const { title, caption, first, last, provisional, folded } = draft.values;
  const [errors, setErrors] = useState<Errors>({});
  const [from, to] = [readMonth(first, fiscalYear, 'start'), readMonth(last, fiscalYear, 'end')];
  const years =
    from.ok && to.ok
      ? yearsOf(from.value, to.value)
      : yearsOf(roadmap.firstMonth, roadmap.lastMonth);

  const close = (): void => {
    draft.reset();
    onClose();
  };
  const save = async (): Promise<void> => {
    if (!from.ok || !to.ok) {
      setErrors({
        ...(!from.ok && { first: problemWords(from.error) }),
        ...(!to.ok && { last: problemWords(to.error) }),
      });
      return;
    }
    const done = await workspace.run(
      setRoadmapCommand(caseId, {
        title,
        caption,
        firstMonth: from.value,
        lastMonth: to.value,
        provisional,
        foldedYears: years.filter((year) => folded.includes(String(year))),
      }),
    );
    if (done.ok) close();
    else {
      const said = problemWords(done.error);
      setErrors(/月|年度/.test(done.error.happened) ? { last: said } : { all: said });
    }
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>やめる</Button>
          <Button onPress={() => void save()} variant="primary">
            決定
          </Button>
        </>
      }
      isOpen
      isFilled={draft.isFilled}
      onClose={close}
      title="ロードマップの設定"
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          error={errors.all}
          label="表題"
          maxLength={NAME_LIMIT}
          onChange={(text) => draft.set({ title: text })}
          placeholder="益城町 総合事業ロードマップ"
          value={title}
        />
        <TextArea
          description="印刷や書き出しのとき、図の下に入ります。"
          label="添え書き"
          maxLength={1000}
          onChange={(text) => draft.set({ caption: text })}
          placeholder="熊本県○○課　伴走支援事業"
          value={caption}
        />
        <div className={styles.period}>
          <TextField
            error={errors.first}
            label="最初の月"
            onChange={(text) => {
              draft.set({ first: text });
              setErrors({});
            }}
            value={first}
          />
          <span aria-hidden="true" className={styles.until}>
            ～
          </span>
          <TextField
            error={errors.last}
            label="最後の月"
            onChange={(text) => {
              draft.set({ last: text });
              setErrors({});
            }}
            value={last}
          />
        </div>
        <CheckboxGroup
          description="先の年度を1つの列にまとめると、近い年度が広く使えます。"
          label="1列にまとめる年度"
          onChange={(years) => draft.set({ folded: years })}
          options={years.map((year) => ({ id: String(year), label: formatFiscalYear(year) }))}
          value={folded.filter((year) => years.some((each) => String(each) === year))}
        />
        <Checkbox
          isSelected={provisional}
          onChange={(isProvisional) => draft.set({ provisional: isProvisional })}
        >
          印刷に「暫定版」と入れる
        </Checkbox>
      </div>
    </Dialog>
  );
};

const readMonth = (
  text: string,
  fiscalYear: FiscalYear | null,
  side: 'start' | 'end',
): Result<Month> => {
  const edge = parseEdge(text, fiscalYear, side);
  if (edge.ok) return ok(monthOfEdge(edge.value));
  // A chart's period is whole months: it takes a third of a month, but does not ask for one.
  return refuse(edge.error.happened, '「令和5年2月」「R5.2」「2023/2」のように入力してください。');
};

/** The fiscal years of a period; no more than can be chosen from. */
const yearsOf = (firstMonth: Month, lastMonth: Month): readonly FiscalYear[] =>
  scaleOf({ firstMonth, lastMonth, foldedYears: [] }, 'year')
    .years.map(({ year }) => year)
    .slice(0, 20);
