import { ChartGantt } from 'lucide-react';
import type { BeginValues } from '#data/operations/roadmap/roadmap.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { BLANK_GROUPS, USUAL_GROUPS } from './begin-model.ts';

type BeginProps = {
  readonly onBegin: (groups: BeginValues['groups']) => void;
  /** Takes rows in from Excel. */
  readonly onPaste: () => void;
};

/** A case without a roadmap: what one is, and three ways to begin it. */
export const Begin = ({ onBegin, onPaste }: BeginProps) => (
  <EmptyState
    actions={
      <>
        <Button autoFocus onPress={() => onBegin(USUAL_GROUPS)} variant="primary">
          6つの分野ではじめる
        </Button>
        <Button onPress={() => onBegin(BLANK_GROUPS)}>白紙からはじめる</Button>
        <Button onPress={onPaste}>Excelの表から作る</Button>
      </>
    }
    icon={<ChartGantt aria-hidden="true" />}
    title="ロードマップはまだありません"
  >
    <p>
      「6つの分野ではじめる」を選ぶと、{USUAL_GROUPS.map(({ name }) => `「${name}」`).join('')}
      の行ができます。分野や行の名前は、あとからいつでも変えられます。
    </p>
    <p>
      行ができたら、図の上をドラッグして帯を描きます。支援の回は、支援の流れから自動で入ります。
    </p>
  </EmptyState>
);
