import { memo } from 'react';
import type { FiscalYear } from '#shared/dates/types.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import type { RoadmapRows } from '#shared/domain/roadmap/rows.ts';
import { barPeekOf, meetingOptions, milestoneOf, type PanelTarget } from '../model.ts';
import type { TiedActions } from '../panels/actions-section.tsx';
import { BarPanel } from '../panels/bar-panel.tsx';
import { MilestonePanel } from '../panels/milestone-panel.tsx';
import type { RoadmapActions } from './use-roadmap-actions.ts';
import type { Opened, RoadmapScreenState } from './use-roadmap-screen.ts';

type SidePanelProps = {
  readonly opened: Opened | null;
  readonly roadmap: Roadmap;
  readonly rows: RoadmapRows;
  readonly year: FiscalYear | null;
  readonly isReadOnly: boolean;
  readonly actions: RoadmapActions;
  readonly tied: TiedActions;
  readonly onPlace: RoadmapScreenState['bars']['moves']['move'];
  readonly onOpen: (target: PanelTarget | null) => void;
  readonly onOpenMeeting: (id: string) => void;
};

/** The bar or milestone that is open beside the chart; nothing where it is gone meanwhile. */
export const SidePanel = memo(({ opened, roadmap, rows, year, ...props }: SidePanelProps) => {
  const { actions, isReadOnly, onOpen } = props;
  if (opened === null) return null;
  const { target, isNew } = opened;
  const shared = {
    ...{ roadmap, actions, isReadOnly, isNew, tied: props.tied },
    fiscalYear: year,
    onClose: () => onOpen(null),
  };
  if (target.kind === 'bar') {
    const peek = barPeekOf(roadmap, target.id);
    return peek === null ? null : (
      <BarPanel
        {...shared}
        key={target.id}
        onGoTo={(id) => onOpen({ kind: 'bar', id })}
        onPlace={props.onPlace}
        peek={peek}
      />
    );
  }
  const milestone = milestoneOf(roadmap, target.id);
  return milestone === null ? null : (
    <MilestonePanel
      {...shared}
      key={target.id}
      meetings={meetingOptions(rows)}
      milestone={milestone}
      onOpenMeeting={props.onOpenMeeting}
      ownLabel={rows.milestones.find(({ id }) => id === milestone.id)?.label ?? ''}
    />
  );
});
