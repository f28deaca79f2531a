import { BadgeCheck } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useLive } from '#adapters/store/store.tsx';
import { useUndoToast } from '#adapters/store/use-undo-toast.ts';
import { caseDocument } from '#shared/documents/document-id.ts';
import { changesSince } from '#shared/domain/meeting/confirmed-changes.ts';
import type { CaseId } from '#shared/domain/record/ids.ts';
import { clip } from '#shared/text/limits.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Popover } from '#ui/popover.tsx';
import { momentOf } from '../model.ts';
import { type Confirmed, confirmedQuery, type RecordData } from '../queries.ts';
import type { RecordTools } from '../use-record-tools.ts';
import { ChangesTable } from './changes-table.tsx';
import styles from './confirmation.module.css';

type ConfirmationProps = {
  readonly caseId: CaseId;
  readonly data: RecordData;
  readonly tools: RecordTools;
  readonly userName: string;
};

/** More of a name than this would push the page's title aside. */
const NAME_SHOWN = 12;

/** 記録の確定: confirms the record, or says by whom and when, and what has changed since. */
export const Confirmation = ({ caseId, data, tools, userName }: ConfirmationProps) => {
  const { id, state } = data.meeting;
  const loaded = useLive(useMemo(() => confirmedQuery(caseId, id), [caseId, id]));
  const confirmed = loaded.state === 'ready' ? loaded.value : null;
  const isConfirmed = confirmed !== null;
  const place = useRef<HTMLDivElement>(null);
  const keepsFocus = useRef(false);
  const undoToast = useUndoToast();

  // The button that was pressed goes: who works by keyboard finds the one that stands for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the one has taken the place of the other
  useEffect(() => {
    if (!keepsFocus.current) return;
    keepsFocus.current = false;
    place.current?.querySelector('button')?.focus();
  }, [isConfirmed]);

  const confirm = (): void => {
    keepsFocus.current = !isConfirmed;
    void tools.run(tools.commands.confirm(userName)).then((result) => {
      if (result.ok) undoToast('記録を確定しました。');
      else keepsFocus.current = false;
    });
  };
  const reopen = (): void => {
    keepsFocus.current = true;
    void tools.run(tools.commands.reopen()).then((result) => {
      if (result.ok) undoToast('記録の確定を取り消しました。');
      else keepsFocus.current = false;
    });
  };

  if (loaded.state !== 'ready') return null;
  return (
    <div className={styles.confirmation} ref={place}>
      {confirmed === null ? (
        state === 'held' && <Button onPress={confirm}>確定する</Button>
      ) : (
        <Standing
          caseId={caseId}
          confirmed={confirmed}
          data={data}
          onConfirm={confirm}
          onReopen={reopen}
        />
      )}
    </div>
  );
};

type StandingProps = {
  readonly caseId: CaseId;
  readonly confirmed: Confirmed;
  readonly data: RecordData;
  readonly onConfirm: () => void;
  readonly onReopen: () => void;
};

/** A record that is confirmed: the mark, and behind the button what has changed since. */
const Standing = ({ caseId, confirmed, data, onConfirm, onReopen }: StandingProps) => {
  const { confirmation, note } = confirmed;
  const changes = useMemo(
    () =>
      changesSince(confirmation, {
        ...data,
        programmeItems: data.programme,
        rounds: data.round ? [data.round] : [],
        note,
      }),
    [confirmation, data, note],
  );
  const at = momentOf(confirmation.at);
  const count = changes?.length ?? 0;
  const isChanged = changes === null || count > 0;
  const name = clip(confirmation.by, NAME_SHOWN);
  return (
    <>
      <Badge icon={<BadgeCheck aria-hidden="true" />} tone="success">
        {['確定', at?.dotted, name].filter(Boolean).join(' ')}
      </Badge>
      <Popover
        placement="bottom end"
        title={count > 0 ? '確定後の変更' : '記録の確定'}
        trigger={
          <Button size="small">{count > 0 ? `確定後の変更 ${count}件` : '確定の内容'}</Button>
        }
      >
        {(close) => (
          <div className={count > 0 ? styles.wide : styles.body}>
            <p>
              {at && `${at.long} に、`}
              {confirmation.by || '名前のない人'}さんが確定しました。
              {changes !== null && count === 0 && 'そのあとの変更はありません。'}
            </p>
            {changes === null && (
              <p>確定したときの内容を読み取れないため、そのあとの変更を比べられません。</p>
            )}
            {changes !== null && count > 0 && (
              <ChangesTable
                changes={changes}
                document={caseDocument(caseId)}
                record={{
                  confirmation: confirmation.id,
                  meeting: data.meeting.id,
                  round: data.round?.id ?? '',
                }}
              />
            )}
            <div className={styles.buttons}>
              <Button
                onPress={() => {
                  close();
                  onReopen();
                }}
                size="small"
              >
                確定を取り消す
              </Button>
              {isChanged && data.meeting.state === 'held' && (
                <Button
                  onPress={() => {
                    close();
                    onConfirm();
                  }}
                  size="small"
                  variant="primary"
                >
                  いまの内容で確定し直す
                </Button>
              )}
            </div>
          </div>
        )}
      </Popover>
    </>
  );
};
