import {
  ClipboardPaste,
  Ellipsis,
  FolderPlus,
  Milestone,
  Plus,
  Rows3,
  Settings,
} from 'lucide-react';
import { memo } from 'react';
import { useAudience } from '#adapters/audience/use-audience.ts';
import type { Day } from '#shared/dates/types.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { ZOOM_NAMES, ZOOMS, type Zoom } from '#shared/domain/roadmap/scale.ts';
import { Button } from '#ui/button.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { SegmentedControl } from '#ui/segmented-control.tsx';
import { OutLine, OutMenu } from '../output/out-menu.tsx';
import type { OutMenuProps } from '../output/out-props.ts';
import { CompareMenu } from '../versions/compare-menu.tsx';
import type { Versions } from '../versions/use-versions.ts';
import { VersionsMenu } from '../versions/versions-menu.tsx';
import type { RoadmapDialog } from './dialogs.tsx';
import styles from './roadmap-page.module.css';
import type { RoadmapLook } from './use-roadmap-screen.ts';

type ToolbarProps = {
  readonly caseId: CaseId;
  /** All cases that show the roadmap. */
  readonly shownBy: readonly CaseId[];
  readonly today: Day;
  readonly look: RoadmapLook;
  readonly onLook: (look: RoadmapLook) => void;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly versions: Versions;
  readonly out: OutMenuProps;
  readonly onAdd: (kind: 'bar' | 'milestone') => void;
  readonly onDialog: (dialog: RoadmapDialog) => void;
};

const LOOKS = [
  { id: 'chart', label: '図' },
  { id: 'table', label: '表' },
] as const;

const ZOOM_OPTIONS = ZOOMS.map((id) => ({ id, label: ZOOM_NAMES[id] }));

const icon = { 'aria-hidden': true } as const;

/** Above the chart: how it is looked at, which version, and what can be added to it or taken out. */
export const RoadmapToolbar = memo(({ look, zoom, versions, onDialog, ...props }: ToolbarProps) => {
  const { isReadOnly } = versions;
  const chosen = useAudience('roadmap');
  return (
    <div className={styles.tools}>
      <SegmentedControl label="表示" onChange={props.onLook} options={LOOKS} value={look} />
      {look === 'chart' && (
        <SegmentedControl
          label="目盛り"
          onChange={props.onZoom}
          options={ZOOM_OPTIONS}
          value={zoom}
        />
      )}
      <VersionsMenu
        caseId={props.caseId}
        shownBy={props.shownBy}
        today={props.today}
        versions={versions}
      />
      <CompareMenu versions={versions} />
      <div className={styles.end}>
        {!isReadOnly && (
          <Button
            aria-label="帯を追加"
            className={styles.add}
            icon={<Plus {...icon} size={16} />}
            onPress={() => props.onAdd('bar')}
          >
            帯を追加
          </Button>
        )}
        <OutMenu {...props.out} chosen={chosen} />
        {!isReadOnly && (
          <IconMenu
            icon={<Ellipsis {...icon} />}
            items={() => [
              {
                id: 'milestone',
                label: '節目を追加',
                icon: <Milestone {...icon} />,
                onAction: () => props.onAdd('milestone'),
              },
              {
                id: 'lane',
                label: '取組み（行）を追加…',
                icon: <Rows3 {...icon} />,
                onAction: () => onDialog({ kind: 'lane' }),
              },
              {
                id: 'group',
                label: '分野を追加…',
                icon: <FolderPlus {...icon} />,
                onAction: () => onDialog({ kind: 'group' }),
              },
              {
                id: 'paste',
                label: '表を取り込む…',
                icon: <ClipboardPaste {...icon} />,
                startsGroup: true,
                onAction: () => onDialog({ kind: 'paste', copied: null }),
              },
              {
                id: 'settings',
                label: '表題・期間・暫定版の設定…',
                icon: <Settings {...icon} />,
                onAction: () => onDialog({ kind: 'settings' }),
              },
            ]}
            label="ロードマップの操作"
          />
        )}
      </div>
      {chosen.audience !== 'office' && (
        <div className={styles.said}>
          <OutLine {...props.out} chosen={chosen} />
        </div>
      )}
    </div>
  );
});
