import { ChevronDown } from 'lucide-react';
import { FINDING_TONES } from '#shared/domain/meeting/finding-tone.ts';
import {
  LINK_KIND_NAMES,
  LINK_KINDS,
  type LinkKind,
} from '#shared/domain/meeting/linked-record.ts';
import tones from '#ui/mark-tones.module.css';
import { Menu } from '#ui/menu.tsx';
import { ToolbarButton, ToolbarLine } from '#ui/toolbar.tsx';
import { afterMenu } from './after-menu.ts';
import styles from './linked-record.module.css';

type LinkToolsProps = { readonly onLink: (kind: LinkKind) => void };

/** Those that a meeting has most of stand in the bar, the others behind a button. */
const SHOWN: readonly LinkKind[] = ['issue', 'insight', 'decision', 'action'];

const keysOf = (kind: LinkKind): string => `Ctrl Alt ${LINK_KINDS.indexOf(kind) + 1}`;

/** What the line with the cursor can become. */
export const LinkTools = ({ onLink }: LinkToolsProps) => (
  <>
    <ToolbarLine />
    {SHOWN.map((kind) => (
      <ToolbarButton
        key={kind}
        label={`この行を${LINK_KIND_NAMES[kind]}にする`}
        onPress={() => onLink(kind)}
        shortcut={keysOf(kind)}
        word={<Word kind={kind} />}
        isWordNeeded
      />
    ))}
    <Menu
      items={LINK_KINDS.filter((kind) => !SHOWN.includes(kind)).map((kind) => ({
        id: kind,
        label: `この行を${LINK_KIND_NAMES[kind]}にする`,
        shortcut: keysOf(kind),
        onAction: () => afterMenu(() => onLink(kind)),
      }))}
      label="この行をほかのものにする"
      trigger={
        <ToolbarButton icon={<ChevronDown aria-hidden="true" />} label="強み・心掛け・反省" />
      }
    />
  </>
);

const Word = ({ kind }: { readonly kind: LinkKind }) => (
  <span className={tones[FINDING_TONES[kind]]}>
    <span className={styles.tool}>{LINK_KIND_NAMES[kind]}</span>
  </span>
);
