import { ChevronDown, Tag } from 'lucide-react';
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

/** Those that a meeting has most of stand in the bar, as far as there is room; all of them behind a button. */
const SHOWN = [
  { kind: 'issue', goes: 'second' },
  { kind: 'insight', goes: 'first' },
  { kind: 'decision', goes: 'first' },
  { kind: 'action', goes: 'second' },
] as const satisfies readonly { readonly kind: LinkKind; readonly goes: string }[];

const keysOf = (kind: LinkKind): string => `Ctrl Alt ${LINK_KINDS.indexOf(kind) + 1}`;

/** What the line with the cursor can become. */
export const LinkTools = ({ onLink }: LinkToolsProps) => (
  <>
    <ToolbarLine />
    {SHOWN.map(({ kind, goes }) => (
      <ToolbarButton
        goes={goes}
        key={kind}
        label={`この行を${LINK_KIND_NAMES[kind]}にする`}
        onPress={() => onLink(kind)}
        shortcut={keysOf(kind)}
        word={<Word kind={kind} />}
        isWordNeeded
      />
    ))}
    <Menu
      items={LINK_KINDS.map((kind) => ({
        id: kind,
        label: `この行を${LINK_KIND_NAMES[kind]}にする`,
        shortcut: keysOf(kind),
        onAction: () => afterMenu(() => onLink(kind)),
      }))}
      label="この行を記録にする"
      trigger={
        <ToolbarButton
          endIcon={<ChevronDown aria-hidden="true" />}
          icon={<Tag aria-hidden="true" />}
          label="この行を課題・対応などにする"
        />
      }
    />
  </>
);

const Word = ({ kind }: { readonly kind: LinkKind }) => (
  <span className={tones[FINDING_TONES[kind]]}>
    <span className={styles.tool}>{LINK_KIND_NAMES[kind]}</span>
  </span>
);
