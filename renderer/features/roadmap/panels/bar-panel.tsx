import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FiscalYear } from '#shared/dates/types.ts';
import { BAR_KIND_NAMES, BAR_STATE_NAMES } from '#shared/domain/roadmap/collections.ts';
import type { Bar, BarId, Roadmap } from '#shared/domain/roadmap/model.ts';
import { formatSpan } from '#shared/domain/roadmap/span.ts';
import { clip } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { PeekPanel, PeekSection } from '#ui/peek-panel.tsx';
import { actualWords, laneWords } from '../chart/announce.ts';
import type { BarPlace } from '../chart/board-props.ts';
import type { BarPeek } from '../model.ts';
import type { RoadmapActions } from '../page/use-roadmap-actions.ts';
import { ActionsSection, type TiedActions } from './actions-section.tsx';
import { BarFields, type BarFieldsProps } from './bar-fields.tsx';
import { Links } from './links-section.tsx';
import styles from './panels.module.css';

type BarPanelProps = {
  readonly roadmap: Roadmap;
  readonly peek: BarPeek;
  readonly fiscalYear: FiscalYear | null;
  /** A version is only looked at. */
  readonly isReadOnly: boolean;
  /** Just made: the name is what comes next. */
  readonly isNew: boolean;
  readonly actions: RoadmapActions;
  readonly tied: TiedActions;
  readonly onPlace: (id: BarId, place: BarPlace) => ReturnType<BarFieldsProps['onPlace']>;
  readonly onGoTo: (id: BarId) => void;
  readonly onClose: () => void;
};

const small = { 'aria-hidden': true, size: 16 } as const;

/** The selected bar beside the chart. Give it the bar's id as key. */
export const BarPanel = ({
  roadmap,
  peek,
  isReadOnly,
  isNew,
  actions,
  ...props
}: BarPanelProps) => {
  const { bar } = peek;
  const body = useNameFocus(isNew);
  return (
    <PeekPanel
      actions={
        isReadOnly ? undefined : (
          <>
            <Button
              icon={<Copy {...small} />}
              onPress={() => void actions.duplicate(bar)}
              size="small"
            >
              複製
            </Button>
            <Button
              icon={<Trash2 {...small} />}
              onPress={() => void actions.removeBar(bar)}
              size="small"
              variant="quiet"
            >
              削除
            </Button>
          </>
        )
      }
      kicker={clip(laneWords(roadmap, bar.lane), 60)}
      onClose={props.onClose}
      title={bar.label === '' ? '名前のない帯' : isReadOnly ? bar.label : clip(bar.label, 60)}
    >
      <div ref={body}>
        {isReadOnly ? (
          <PeekSection>
            <DescriptionList items={factsOf(bar)} />
          </PeekSection>
        ) : (
          <BarFields
            bar={bar}
            fiscalYear={props.fiscalYear}
            onPlace={(place) => props.onPlace(bar.id, place)}
            onSet={(patch, label, burst) => actions.setBar(bar.id, patch, label, burst)}
            roadmap={roadmap}
          />
        )}
        {(!isReadOnly || peek.before.length + peek.after.length > 0) && (
          <PeekSection title="つながり">
            <Links
              isReadOnly={isReadOnly}
              onGoTo={props.onGoTo}
              onLink={actions.link}
              onUnlink={(id) => void actions.unlink(id)}
              peek={peek}
              roadmap={roadmap}
            />
          </PeekSection>
        )}
        <ActionsSection id={bar.id} tied={props.tied} />
        {bar.source !== '' && (
          <PeekSection title="出典">
            <p className={styles.source}>{bar.source}</p>
          </PeekSection>
        )}
      </div>
    </PeekPanel>
  );
};

/** Puts the focus on the first field, its text chosen, so that a name can be typed at once. */
export const useNameFocus = (isNew: boolean) => {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    const field = body.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [isNew]);
  return body;
};

const factsOf = (bar: Bar) => [
  { label: '期間', value: bar.span === null ? '' : formatSpan(bar.span) },
  { label: '種類', value: BAR_KIND_NAMES[bar.kind] },
  { label: '状態', value: BAR_STATE_NAMES[bar.state] },
  { label: '進み', value: bar.progress === null ? '' : `${bar.progress}％` },
  { label: '担当', value: bar.owner },
  { label: '実績', value: actualWords(bar).replace(/^実績 /, '') },
  { label: '備考', value: bar.note === '' ? '' : <span className={styles.note}>{bar.note}</span> },
];
