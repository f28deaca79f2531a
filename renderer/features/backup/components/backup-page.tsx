import { useCallback, useState } from 'react';
import { useBackupState } from '#adapters/backup/use-backup.ts';
import type { Problem, Result } from '#shared/result.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Awaiting } from '#ui/awaiting.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { showToast } from '#ui/toast-queue.ts';
import { BACKUP_STATE } from '../model.ts';
import { AsidesCard } from './asides-card.tsx';
import styles from './backup-page.module.css';
import { GenerationsCard } from './generations-card.tsx';
import { TargetsCard } from './targets-card.tsx';

type BackupPageProps = { readonly onOpenSettings: () => void };

/** バックアップ: where to, 「今すぐ」, and the way back. */
export const BackupPage = ({ onOpenSettings }: BackupPageProps) => {
  const told = useBackupState();
  const [problem, setProblem] = useState<Problem>();
  const onResult = useCallback((result: Result<unknown>, done?: string): void => {
    setProblem(result.ok ? undefined : result.error);
    if (result.ok && done !== undefined) showToast(done);
  }, []);
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: '設定', onPress: onOpenSettings }, { label: 'バックアップ' }]}
          title="バックアップ"
          variant="plain"
        />
      }
    >
      <PageBody>
        {told.state !== 'ready' ? (
          <Awaiting state={told.state} what={BACKUP_STATE} />
        ) : (
          <div className={styles.cards}>
            {problem !== undefined && (
              <Notice
                {...problem}
                onDismiss={() => setProblem(undefined)}
                tone={problem.code === 'cancelled' ? 'info' : 'warning'}
              />
            )}
            <TargetsCard onResult={onResult} state={told.value} />
            <GenerationsCard onResult={onResult} state={told.value} />
            <AsidesCard onResult={onResult} />
          </div>
        )}
      </PageBody>
    </Page>
  );
};
