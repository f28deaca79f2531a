import { type Editor, useEditorState } from '@tiptap/react';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '#ui/menu.tsx';
import { ToolbarButton } from '#ui/toolbar.tsx';
import { afterMenu } from './after-menu.ts';

type HeadingMenuProps = { readonly editor: Editor; readonly icon: ReactNode };

const LEVELS = [1, 2, 3] as const;

/** Body text or one of three headings; the button names what the cursor stands in. */
export const HeadingMenu = ({ editor, icon }: HeadingMenuProps) => {
  const level = useEditorState({
    editor,
    selector: () => LEVELS.find((each) => editor.isActive('heading', { level: each })) ?? 0,
  });
  const mark = (isOn: boolean) => (isOn ? <Check aria-hidden="true" /> : undefined);
  const word = level === 0 ? '見出し' : `見出し${level}`;
  return (
    <Menu
      items={[
        {
          id: 'text',
          label: '本文',
          shortcut: 'Ctrl Alt 0',
          icon: mark(level === 0),
          onAction: () => afterMenu(() => editor.chain().focus().setParagraph().run()),
        },
        ...LEVELS.map((each) => ({
          id: `heading-${each}`,
          label: `見出し${each}`,
          shortcut: `Ctrl Shift ${each}`,
          icon: mark(level === each),
          onAction: () =>
            afterMenu(() => editor.chain().focus().toggleHeading({ level: each }).run()),
        })),
      ]}
      label="見出し"
      trigger={
        <ToolbarButton
          endIcon={<ChevronDown aria-hidden="true" />}
          icon={icon}
          isWordNeeded={level !== 0}
          label={word}
          word={word}
        />
      }
    />
  );
};
