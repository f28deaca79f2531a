import { type Editor, useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  Image,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  Quote,
  Underline,
} from 'lucide-react';
import type { LinkKind } from '#shared/domain/meeting/linked-record.ts';
import { Toolbar, ToolbarButton, ToolbarLine, ToolbarToggle } from '#ui/toolbar.tsx';
import { HeadingMenu } from './heading-menu.tsx';
import { LinkTools } from './link-tools.tsx';
import { TableMenu } from './table-menu.tsx';

type NoteToolbarProps = {
  readonly editor: Editor;
  readonly onLink: () => void;
  /** Asks for a picture, and puts it where the cursor stands. */
  readonly onPicture: () => void;
  /** Makes a record of the line with the cursor. */
  readonly onRecord: (kind: LinkKind) => void;
};

/** What a note can hold, as tools; each says whether it is on where the cursor stands. */
export const NoteToolbar = ({ editor, onLink, onPicture, onRecord }: NoteToolbarProps) => {
  const on = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      underline: editor.isActive('underline'),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      tasks: editor.isActive('taskList'),
      quote: editor.isActive('blockquote'),
      link: editor.isActive('link'),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <Toolbar label="記録の書式">
      <HeadingMenu editor={editor} icon={<Heading aria-hidden="true" />} />
      <ToolbarToggle
        icon={<Bold aria-hidden="true" />}
        isOn={on.bold}
        label="太字"
        onPress={() => chain().toggleBold().run()}
        shortcut="Ctrl B"
        word="太字"
      />
      <ToolbarToggle
        icon={<Underline aria-hidden="true" />}
        isOn={on.underline}
        label="下線"
        onPress={() => chain().toggleUnderline().run()}
        shortcut="Ctrl U"
      />
      <ToolbarLine />
      <ToolbarToggle
        icon={<List aria-hidden="true" />}
        isOn={on.bullets}
        label="箇条書き"
        onPress={() => chain().toggleBulletList().run()}
        shortcut="Ctrl Shift 8"
        word="箇条書き"
      />
      <ToolbarToggle
        icon={<ListOrdered aria-hidden="true" />}
        isOn={on.numbers}
        label="番号"
        onPress={() => chain().toggleOrderedList().run()}
        shortcut="Ctrl Shift 7"
        isWordOptional
        word="番号"
      />
      <ToolbarToggle
        icon={<ListTodo aria-hidden="true" />}
        isOn={on.tasks}
        label="やること"
        onPress={() => chain().toggleTaskList().run()}
        shortcut="Ctrl Shift 9"
        word="やること"
      />
      <ToolbarLine />
      <TableMenu editor={editor} />
      <ToolbarButton
        icon={<Image aria-hidden="true" />}
        isWordOptional
        label="写真・図"
        onPress={onPicture}
        word="写真・図"
      />
      <ToolbarToggle
        icon={<Quote aria-hidden="true" />}
        isOn={on.quote}
        label="引用"
        onPress={() => chain().toggleBlockquote().run()}
        shortcut="Ctrl Shift B"
        isWordOptional
        word="引用"
      />
      <ToolbarToggle
        icon={<Link2 aria-hidden="true" />}
        isOn={on.link}
        label="リンク"
        onPress={onLink}
        shortcut="Ctrl Shift K"
        isWordOptional
        word="リンク"
      />
      <LinkTools onLink={onRecord} />
    </Toolbar>
  );
};
