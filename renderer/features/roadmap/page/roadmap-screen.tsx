import { useCallback, useMemo, useState } from 'react';
import type { Copied } from '#adapters/table-source/table-source.ts';
import { useTablePaste } from '#adapters/table-source/use-table-paste.ts';
import { caseOf, isDocumentId } from '#shared/documents/document-id.ts';
import type { ActionRow } from '#shared/domain/meeting/meeting.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { CascadeBar } from '../chart/cascade-bar.tsx';
import { ChartView } from '../chart/chart-view.tsx';
import { checkLines, dateOfShown, type PanelTarget } from '../model.ts';
import { RoadmapTable } from '../table/roadmap-table.tsx';
import { ChangeList } from '../versions/change-list.tsx';
import { VersionLinks } from '../versions/version-links.tsx';
import { NOW } from '../versions/versions-model.ts';
import { Begin } from './begin.tsx';
import { Checks } from './checks.tsx';
import { Dialogs, type RoadmapDialog } from './dialogs.tsx';
import styles from './roadmap-page.module.css';
import { SidePanel } from './side-panel.tsx';
import { RoadmapToolbar } from './toolbar.tsx';
import { type RoadmapScreenProps, useRoadmapScreen } from './use-roadmap-screen.ts';

/** The screen once its rows are there: tools, chart or table, what changed, and the panel beside. */
export const RoadmapScreen = (props: RoadmapScreenProps) => {
  const { caseId, today, port, view } = props;
  const screen = useRoadmapScreen(props);
  const { look, versions, bars, handlers, isReadOnly, lateOn, open } = screen;
  const { shown, compared } = versions;
  const [dialog, setDialog] = useState<RoadmapDialog | null>(null);
  const paste = useCallback((copied: Copied | null) => setDialog({ kind: 'paste', copied }), []);
  useTablePaste(paste, { isOn: look === 'chart' && !isReadOnly, isPlain: true });

  const add = useCallback(
    (kind: 'bar' | 'milestone') => {
      if (!handlers.addHere(kind)) setDialog({ kind: 'lane' });
    },
    [handlers],
  );
  const lines = useMemo(
    () => (isReadOnly ? [] : checkLines(view.roadmap, view.checks)),
    [isReadOnly, view.roadmap, view.checks],
  );
  const municipality = view.caseRow?.municipalityName ?? '';
  const out = useMemo(
    () => ({
      roadmap: shown.roadmap,
      compared: compared?.roadmap ?? null,
      comparedName: compared?.name ?? '',
      versionName: isReadOnly ? shown.name : '',
      municipality,
      date: dateOfShown(versions) ?? today,
      ...{ lateOn, port, followed: view.meetings },
    }),
    [shown, compared, isReadOnly, municipality, versions, today, lateOn, port, view.meetings],
  );
  const openRow = useCallback(
    (target: { readonly kind: string; readonly id: string }) => open(target as PanelTarget),
    [open],
  );
  const { onOpenMeeting } = props;
  const openMeeting = useCallback(
    (id: string) => {
      const row = view.meetings.find((meeting) => meeting.id === id);
      const home = row && isDocumentId(row.document) ? caseOf(row.document) : undefined;
      onOpenMeeting(home ?? caseId, id);
    },
    [view.meetings, onOpenMeeting, caseId],
  );
  const { onOpenAction } = props;
  const tied = useMemo(
    () => ({
      all: view.actions,
      onOpen: ({ document, id }: ActionRow): void => {
        const home = isDocumentId(document) ? caseOf(document) : undefined;
        onOpenAction(home ?? caseId, id);
      },
    }),
    [view.actions, onOpenAction, caseId],
  );
  const moving = bars.dragging ?? bars.pending;

  return (
    <div className={styles.page}>
      <div className={styles.stage}>
        <div className={styles.main}>
          {screen.isEmpty ? (
            <Begin onBegin={(groups) => void handlers.begin(groups)} onPaste={() => paste(null)} />
          ) : (
            <>
              <RoadmapToolbar
                caseId={caseId}
                look={look}
                onAdd={add}
                onDialog={setDialog}
                onLook={screen.setLook}
                onZoom={screen.setZoom}
                out={out}
                shownBy={view.shownBy}
                today={today}
                versions={versions}
                zoom={screen.zoom}
              />
              {isReadOnly && (
                <Notice
                  actions={
                    <Button onPress={() => versions.show(NOW)} size="small">
                      いまのロードマップに戻る
                    </Button>
                  }
                  happened={`残した版「${shown.name}」を見ています。`}
                  todo="見るだけで、変えることはできません。"
                />
              )}
              {isReadOnly && (
                <VersionLinks caseId={caseId} onOpenMeeting={onOpenMeeting} version={shown.key} />
              )}
              <Checks lines={lines} onGoTo={handlers.goTo} />
              {look === 'chart' ? (
                <ChartView caseId={caseId} screen={screen} today={today} view={view} />
              ) : (
                <div className={styles.table} data-roadmap-table="">
                  <RoadmapTable
                    caseId={caseId}
                    fiscalYear={screen.year}
                    isReadOnly={isReadOnly}
                    onOpen={openRow}
                    roadmap={shown.roadmap}
                    selectedId={screen.opened?.target.id ?? null}
                  />
                </div>
              )}
              <ChangeList onGoTo={handlers.goToId} versions={versions} />
            </>
          )}
          <div aria-live="polite" data-roadmap-said="" role="status">
            <VisuallyHidden>{screen.announcement}</VisuallyHidden>
          </div>
        </div>
        {moving !== null && moving.followers.length > 0 && (
          <CascadeBar
            isAsking={bars.dragging === null}
            moving={moving}
            onAnswer={(answer) => void handlers.answer(answer)}
            roadmap={view.roadmap}
          />
        )}
      </div>
      <SidePanel
        actions={screen.actions}
        isReadOnly={isReadOnly}
        onOpen={open}
        onOpenMeeting={openMeeting}
        onPlace={bars.moves.move}
        opened={screen.opened}
        roadmap={screen.roadmap}
        rows={view.rows}
        tied={tied}
        year={screen.year}
      />
      {dialog !== null && (
        <Dialogs
          caseId={caseId}
          dialog={dialog}
          fiscalYear={screen.year}
          onClose={() => setDialog(null)}
          roadmap={view.roadmap}
        />
      )}
    </div>
  );
};
