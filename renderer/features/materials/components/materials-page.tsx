import { TableProperties } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAudience } from '#adapters/audience/use-audience.ts';
import { PaperDesk } from '#adapters/paper/paper-desk.tsx';
import { sheetOf } from '#adapters/paper/sheet.ts';
import type { PaperPort } from '#adapters/paper/use-paper-actions.ts';
import { useLive, useRun } from '#adapters/store/store.tsx';
import { AUDIENCE_NAMES } from '#shared/domain/record/audience.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { buildTable } from '#shared/domain/tables/build-table.ts';
import type { TableId } from '#shared/domain/tables/material.ts';
import { optionsOf, type TableOptions } from '#shared/domain/tables/options.ts';
import type { Result } from '#shared/result.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loading } from '#ui/loading.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { setTableOptionsCommand } from '../commands.ts';
import { tableChoices } from '../model.ts';
import { type MaterialRows, materialRows } from '../queries.ts';
import { OptionsPanel } from './options-panel.tsx';

type MaterialsPageProps = {
  readonly caseId: CaseId;
  readonly port: PaperPort;
  /** The meeting whose record somebody wants to print. */
  readonly asked?: string | undefined;
};

/** 資料: the year's tables as they will print, to copy, to print and to save. */
export const MaterialsPage = ({ caseId, ...rest }: MaterialsPageProps) => {
  const loaded = useLive(useMemo(() => materialRows(caseId), [caseId]));
  if (loaded.state === 'loading') return <Loading />;
  const rows = loaded.state === 'ready' ? loaded.value : undefined;
  if (rows === undefined) {
    return (
      <EmptyState title="この案件の記録は読めませんでした">
        一覧から開き直してください。保存済みの記録は残っています。
      </EmptyState>
    );
  }
  return <MaterialsScreen caseId={caseId} rows={rows} {...rest} />;
};

/** What fills a sheet that is empty. */
const emptyWords = (id: TableId, { meetings }: MaterialRows): string => {
  if (meetings.length === 0) return '「支援の流れ」で会合を追加すると、ここに表ができます。';
  switch (id) {
    case 'roster':
      return '会合の「出席」に人や機関を入れると、ここに名簿ができます。右の設定で、ほかの会合も選べます。';
    case 'record':
      return '選んだ会合の記録は、まだ書かれていません。右の設定で、ほかの会合も選べます。';
    default:
      return '右の設定で、載せる回や種類を選ぶと、ここに表ができます。';
  }
};

type MaterialsScreenProps = MaterialsPageProps & { readonly rows: MaterialRows };

const MaterialsScreen = ({ caseId, port, asked, rows }: MaterialsScreenProps) => {
  const [id, setId] = useState<TableId>(asked === undefined ? 'comparison' : 'record');
  // Whoever only comes by to print one writes nothing into the case.
  const [meeting, setMeeting] = useState(asked);
  const run = useRun();
  const options = useMemo(() => {
    const kept = optionsOf(id, rows.tableOptions);
    return id === 'record' && meeting !== undefined ? { ...kept, meeting } : kept;
  }, [id, rows.tableOptions, meeting]);
  const chosen = useAudience('materials');
  const { audience } = chosen;
  const table = useMemo(
    () => buildTable(id, rows, options, audience),
    [id, rows, options, audience],
  );
  const isHeldBack = table.outgoing.leftOut.some(({ collection }) => collection === 'meetings');
  const { paper, orientation } = options;
  const sheet = useMemo(() => sheetOf({ paper, orientation }), [paper, orientation]);
  const change = (changed: Partial<TableOptions>): Promise<Result<unknown>> => {
    if (id === 'record' && changed.meeting !== undefined) setMeeting(undefined);
    return run(setTableOptionsCommand(caseId, id, changed));
  };

  return (
    <PaperDesk
      chosen={chosen}
      empty={
        <EmptyState
          icon={<TableProperties aria-hidden="true" />}
          title={
            isHeldBack
              ? `${AUDIENCE_NAMES[audience]}に載せられる記録がありません`
              : 'この表に載せる記録がまだありません'
          }
        >
          {isHeldBack
            ? 'この会合は課内の記録です。右の設定で、だれに渡すかか会合を選び直してください。'
            : emptyWords(id, rows)}
        </EmptyState>
      }
      isFitted={options.fit}
      port={port}
      settings={
        <OptionsPanel key={id} onChange={change} options={options} rows={rows} table={table} />
      }
      settingsLabel="表の設定"
      sheet={sheet}
      table={table}
      tools={
        <SegmentedControl
          label="表の種類"
          onChange={setId}
          options={tableChoices(rows)}
          value={id}
        />
      }
    />
  );
};
