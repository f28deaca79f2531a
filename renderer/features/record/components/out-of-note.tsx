import type { RecordLink } from '#shared/domain/meeting/linked-record.ts';
import { LinkButton } from '#ui/link-button.tsx';
import type { NotePlace } from '../model.ts';
import type { RecordTools } from '../use-record-tools.ts';
import styles from './side-panel.module.css';

type OutOfNoteProps = {
  readonly link: RecordLink;
  /** What the record is called: 課題. */
  readonly name: string;
  readonly place: NotePlace;
  readonly tools: RecordTools;
};

/** Says that a record was written in the note and no longer stands there, and what to do about it. */
export const OutOfNote = ({ link, name, place, tools }: OutOfNoteProps) => {
  if (place !== 'outOfNote') return null;
  const { run, remove, commands } = tools;
  return (
    <div className={styles.out}>
      <span>本文から外した</span>
      <LinkButton onPress={() => void run(commands.links.putBack(link))} weight="text">
        本文に戻す
      </LinkButton>
      <LinkButton
        onPress={() => remove(commands.links.remove(link), name, '削除しました')}
        weight="text"
      >
        削除
      </LinkButton>
    </div>
  );
};
