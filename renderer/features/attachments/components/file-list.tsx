import { EllipsisVertical, File, FileSpreadsheet, FileText, Presentation } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { invoke } from '#adapters/host/host.ts';
import { BoundText } from '#adapters/store/bound-field.tsx';
import { showProblem, useRun, useStoreField } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { formatPartialDate } from '#shared/dates/format.ts';
import { isPartialDate } from '#shared/dates/types.ts';
import {
  type FileLook,
  isOpenable,
  isPicture,
  lookOf,
  sizeWords,
} from '#shared/domain/attachment/file-kind.ts';
import { pictureAddress } from '#shared/domain/attachment/picture-address.ts';
import { quote } from '#shared/text/typed.ts';
import { Awaiting } from '#ui/awaiting.tsx';
import { Badge } from '#ui/badge.tsx';
import { IconMenu } from '#ui/icon-menu.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { MenuAction } from '#ui/menu.tsx';
import { moveItems } from '#ui/move-items.ts';
import { showToast } from '#ui/toast-queue.ts';
import { collectionOf, fileActs, putIntoNote } from '../commands.ts';
import type { FileRow, Owner } from '../owner.ts';
import { type Lost, useLostFiles } from '../use-files.ts';
import styles from './attachments.module.css';

type FileListProps = {
  readonly label: string;
  readonly owner: Owner;
  readonly files: readonly FileRow[];
};

/** Attached files: opened by their name; what else can be done stands in a menu. */
export const FileList = ({ label, owner, files }: FileListProps) => {
  const found = useLostFiles(files);
  const lost = found === 'failed' ? undefined : found;
  return (
    <>
      {found === 'failed' && <Awaiting state="failed" what="添付ファイルの中身" />}
      <ul aria-label={label} className={styles.list}>
        {files.map((file, index) => (
          <FileItem
            count={files.length}
            file={file}
            index={index}
            key={file.id}
            isRead={lost !== undefined}
            lost={lost?.get(file.hash)}
            owner={owner}
          />
        ))}
      </ul>
    </>
  );
};

type FileItemProps = {
  readonly file: FileRow;
  readonly owner: Owner;
  /** Its bytes were read to their end. */
  readonly isRead: boolean;
  readonly lost: Lost | undefined;
  readonly index: number;
  readonly count: number;
};

const LOST_WORDS: Readonly<Record<Lost, string>> = {
  missing: '見つかりません',
  altered: '中身が変わっています',
};

const FileItem = ({ file, owner, isRead, lost, index, count }: FileItemProps) => {
  const run = useRun();
  const store = useStoreField();
  const undoToast = useUndoToast();
  const [isDescribed, setIsDescribed] = useState(false);
  const acts = fileActs(owner);
  const { id, name, hash } = file;
  const isInternal = file.audience === 'internal';
  const open = async (): Promise<void> => {
    const opened = await invoke('openFile', { hash, name });
    if (!opened.ok) showProblem(opened.error);
    else if (opened.value === 'shown') {
      showToast(`${quote(name)}は安全のため直接は開かず、フォルダーに表示しました。`);
    }
  };
  const copyOut = async (): Promise<void> => {
    const copied = await invoke('copyFileOut', { hash, name });
    if (!copied.ok) showProblem(copied.error);
    else if (copied.value === 'done') showToast(`${quote(name)}を取り出しました。`);
  };
  const remove = async (): Promise<void> => {
    const removed = await run(acts.remove(id));
    if (removed.ok) undoToast(`${quote(name)}を添付から外しました。`);
  };
  const put = putIntoNote(owner, file);
  const intoNote = async (command: NonNullable<typeof put>): Promise<void> => {
    const done = await run(command);
    if (done.ok) undoToast(`${quote(name)}を本文の終わりに入れました。`);
  };
  const items = (): readonly MenuAction[] => [
    {
      id: 'open',
      label: isOpenable(name) ? '開く' : 'フォルダーで表示',
      onAction: () => void open(),
    },
    { id: 'copy', label: '取り出す…', onAction: () => void copyOut() },
    ...(put === undefined || lost !== undefined
      ? []
      : [{ id: 'put', label: '本文に入れる', onAction: () => void intoNote(put) }]),
    {
      id: 'audience',
      label: isInternal ? '内部の印を外す' : '内部の印を付ける',
      onAction: () => void run(acts.set(id, { audience: isInternal ? 'anybody' : 'internal' })),
    },
    { id: 'remark', label: '説明を書く', onAction: () => setIsDescribed(true) },
    ...moveItems({
      up: index === 0 ? undefined : () => void run(acts.move(id, index - 1)),
      down: index === count - 1 ? undefined : () => void run(acts.move(id, index + 1)),
    }),
    {
      id: 'remove',
      label: '添付から外す',
      tone: 'danger',
      startsGroup: true,
      onAction: () => void remove(),
    },
  ];
  return (
    <li className={styles.item}>
      <Look file={file} isWhole={isRead && lost === undefined} />
      <div className={styles.words}>
        <LinkButton onPress={() => void open()} weight="text">
          {name}
        </LinkButton>
        {isInternal && <Badge tone="neutral">内部</Badge>}
        {lost !== undefined && <Badge tone="danger">{LOST_WORDS[lost]}</Badge>}
        <span className={styles.note}>
          {aboutOf(file).map((part) => (
            <span className={styles.part} key={part}>
              {part}
            </span>
          ))}
        </span>
        {(isDescribed || file.remark !== '') && (
          <BoundText
            collection={collectionOf(owner)}
            field="remark"
            label={`${name}の説明`}
            // The compiler can't see that an owner's rows are of its collection.
            row={file as never}
            store={(values, burst) => store(acts.set(id, values as never), burst)}
            wraps
          />
        )}
      </div>
      <IconMenu
        icon={<EllipsisVertical aria-hidden="true" />}
        items={items}
        label={`${name}の操作`}
        placement="bottom end"
      />
    </li>
  );
};

/** 34 KB, 8/24, 山田 花子 */
const aboutOf = ({ size, addedOn, addedBy }: FileRow): readonly string[] =>
  [
    size === null ? '' : sizeWords(size),
    addedOn !== '' && isPartialDate(addedOn) ? formatPartialDate(addedOn, 'short') : '',
    addedBy,
  ].filter(Boolean);

const ICONS: Readonly<Record<FileLook, ReactNode>> = {
  picture: <File aria-hidden="true" />,
  document: <FileText aria-hidden="true" />,
  table: <FileSpreadsheet aria-hidden="true" />,
  slides: <Presentation aria-hidden="true" />,
  other: <File aria-hidden="true" />,
};

/** A small picture of a picture, else what kind of file it is. */
const Look = ({
  file: { name, hash },
  isWhole,
}: {
  readonly file: FileRow;
  readonly isWhole: boolean;
}) => {
  const [isBroken, setIsBroken] = useState(false);
  if (!isPicture(name) || isBroken || !isWhole) {
    return <span className={styles.look}>{ICONS[lookOf(name)]}</span>;
  }
  return (
    <span className={styles.look}>
      <img
        alt=""
        decoding="async"
        loading="lazy"
        onError={() => setIsBroken(true)}
        src={pictureAddress(hash)}
      />
    </span>
  );
};
