import { useState } from 'react';
import { useWorkspace } from '#adapters/store/store.tsx';
import { formatFiscalYear, formatMonth } from '#shared/dates/format.ts';
import { parseEdge } from '#shared/dates/parse-edge.ts';
import { monthOfEdge } from '#shared/dates/thirds.ts';
import type { FiscalYear, Month } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import { scaleOf } from '#shared/domain/roadmap/scale.ts';
import { ok, type Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { refuse } from '#shared/text/refuse.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { setRoadmapCommand } from '../../commands.ts';
import styles from './settings.module.css';

type SettingsDialogProps = {
  readonly caseId: CaseId;
  readonly roadmap: Roadmap;
  /** Of the case: months typed without a year lie in it. */
  readonly fiscalYear?: FiscalYear | null | undefined;
  readonly onClose: () => void;
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
  const [title, setTitle] = useState(roadmap.title);
  const [caption, setCaption] = useState(roadmap.caption);
  const [first, setFirst] = useState(formatMonth(roadmap.firstMonth));
  const [last, setLast] = useState(formatMonth(roadmap.lastMonth));
  const [provisional, setProvisional] = useState(roadmap.provisional);
  const [folded, setFolded] = useState<readonly string[]>(roadmap.foldedYears.map(String));
  const [errors, setErrors] = useState<Errors>({});
  const [from, to] = [readMonth(first, fiscalYear, 'start'), readMonth(last, fiscalYear, 'end')];
  const years =
    from.ok && to.ok
      ? yearsOf(from.value, to.value)
      : yearsOf(roadmap.firstMonth, roadmap.lastMonth);

  const save = async (): Promise<void> => {
    if (!from.ok || !to.ok) {
      setErrors({
        ...(!from.ok && { first: `${from.error.happened}${from.error.todo}` }),
        ...(!to.ok && { last: `${to.error.happened}${to.error.todo}` }),
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
    if (done.ok) onClose();
    else {
      const said = `${done.error.happened}${done.error.todo}`;
      setErrors(/月|年度/.test(done.error.happened) ? { last: said } : { all: said });
    }
  };

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          <Button onPress={() => void save()} variant="primary">
            決定
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title="ロードマップの設定"
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          error={errors.all}
          label="表題"
          maxLength={NAME_LIMIT}
          onChange={setTitle}
          placeholder="益城町 総合事業ロードマップ"
          value={title}
        />
        <TextArea
          description="印刷や書き出しのとき、図の下に入ります。"
          label="添え書き"
          maxLength={1000}
          onChange={setCaption}
          placeholder="熊本県○○課　伴走支援事業"
          value={caption}
        />
        <div className={styles.period}>
          <TextField
            error={errors.first}
            label="最初の月"
            onChange={(text) => {
              setFirst(text);
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
              setLast(text);
              setErrors({});
            }}
            value={last}
          />
        </div>
        <CheckboxGroup
          description="先の年度を1つの列にまとめると、近い年度が広く使えます。"
          label="1列にまとめる年度"
          onChange={setFolded}
          options={years.map((year) => ({ id: String(year), label: formatFiscalYear(year) }))}
          value={folded.filter((year) => years.some((each) => String(each) === year))}
        />
        <Checkbox isSelected={provisional} onChange={setProvisional}>
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
