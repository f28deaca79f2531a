import { Paperclip } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import type { Attacher } from '#data/operations/attachment/attach.ts';
import { Button } from '#ui/button.tsx';
import { cx } from '#ui/class-names.ts';
import { FoldCard } from '#ui/fold-card.tsx';
import { useIsPainted } from '#ui/use-is-painted.ts';
import { keyOf, type Owner } from '../owner.ts';
import { useAttaching } from '../use-attaching.ts';
import { useFiles } from '../use-files.ts';
import styles from './attachments.module.css';
import { FileList } from './file-list.tsx';

type AttachmentsCardProps = {
  readonly owner: Owner;
  readonly by: Attacher;
  /** Default 添付ファイル. */
  readonly title?: string | undefined;
  /** Under this name this PC remembers whether it is open. */
  readonly name: string;
};

/** Files of a meeting, a case, a municipality or a lesson: dropped on it, pasted, or chosen. */
export const AttachmentsCard = (props: AttachmentsCardProps) =>
  useIsPainted() && <Card key={keyOf(props.owner)} {...props} />;

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

const Card = ({ owner, by, title = '添付ファイル', name }: AttachmentsCardProps) => {
  const files = useFiles(owner);
  const { progress, choose, take } = useAttaching(owner, by);
  const [isOver, setIsOver] = useState(false);
  const isBusy = progress !== undefined;
  const over = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setIsOver(true);
  };
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent): void => {
    const given = [...event.clipboardData.files];
    // What is pasted into an input of the card is its text.
    if (given.length === 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    void take(given);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same with the keys
    <div
      className={cx(styles.card, isOver && styles.over)}
      onDragEnter={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDragOver={over}
      onDrop={drop}
      onPaste={paste}
    >
      <FoldCard
        name={name}
        note={files === undefined || files.length === 0 ? undefined : `${files.length}件`}
        title={title}
      >
        {files !== undefined && files.length > 0 && (
          <FileList files={files} label={title} owner={owner} />
        )}
        <div className={styles.foot}>
          <Button
            icon={<Paperclip aria-hidden="true" size={16} />}
            isDisabled={isBusy}
            onPress={() => void choose()}
            size="small"
          >
            ファイルを添付
          </Button>
          <span className={styles.hint} role="status">
            {progressWords(progress) ?? 'ここへドラッグするか、貼り付けもできます。'}
          </span>
        </div>
      </FoldCard>
    </div>
  );
};

const progressWords = (progress: ReturnType<typeof useAttaching>['progress']) => {
  if (progress === undefined) return undefined;
  return progress.all > 1
    ? `添付しています（${progress.done + 1}／${progress.all}）`
    : '添付しています';
};
