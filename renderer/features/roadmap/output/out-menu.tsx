import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { AudienceSelect, LeftOutLine } from '#adapters/audience/audience-choice.tsx';
import type { AudienceState } from '#adapters/audience/use-audience.ts';
import { Button } from '#ui/button.tsx';
import { Menu, type MenuAction } from '#ui/menu.tsx';
import { usePrintKey } from '#ui/use-print-key.ts';
import type { OutMenuProps } from './out-props.ts';
import { PrintView } from './print-view.tsx';
import { useOut, useShown } from './use-out.ts';

type Chosen = { readonly chosen: AudienceState };

/** What the audience does not see of the roadmap; nothing for the office. */
export const OutLine = ({ chosen: { audience }, ...props }: OutMenuProps & Chosen) => (
  <LeftOutLine outgoing={useShown(props, audience).outgoing} />
);

/** The buttons 「A3で印刷」 and 「書き出す」 of a roadmap: now or a version, with what it is compared with. */
export const OutMenu = ({ chosen, ...props }: OutMenuProps & Chosen) => {
  const [withSources, setWithSources] = useState(true);
  const shown = useShown(props, chosen.audience);
  const out = useOut(props, withSources, shown);
  const { job } = out;
  usePrintKey(() => out.print('a3'));
  const items: readonly MenuAction[] = [
    { id: 'pdf-a3', label: 'PDF（A3・1枚）', onAction: () => out.savePdf('a3') },
    { id: 'pdf-a4', label: 'PDF（A4・1枚）', onAction: () => out.savePdf('a4') },
    { id: 'png', label: '画像（PNG）', onAction: out.savePng },
    { id: 'svg', label: '図（SVG）', onAction: out.saveSvg },
    { id: 'xlsx', label: 'Excel', onAction: out.saveExcel },
    { id: 'print-a4', label: 'A4で印刷', startsGroup: true, onAction: () => out.print('a4') },
    {
      id: 'sources',
      label: withSources ? '出典を載せない' : '出典を載せる',
      note: withSources ? 'いまは載せる' : 'いまは載せない',
      startsGroup: true,
      onAction: () => setWithSources(!withSources),
    },
  ];
  return (
    <>
      <AudienceSelect {...chosen} />
      <Button isPending={job?.kind === 'print'} onPress={() => out.print('a3')}>
        A3で印刷
      </Button>
      <Menu
        items={items}
        label="書き出す"
        placement="bottom end"
        trigger={
          <Button
            endIcon={<ChevronDown aria-hidden size={16} />}
            isPending={job?.kind === 'file'}
            variant="primary"
          >
            書き出す
          </Button>
        }
      />
      {job?.page && <PrintView drawing={job.page.drawing} size={job.page.size} />}
    </>
  );
};
