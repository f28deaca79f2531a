import type { ReactNode } from 'react';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Problem, Result } from '#shared/result.ts';
import { Page, PageBody } from '#ui/app-frame.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ProfileCard } from './profile-card.tsx';
import styles from './settings-page.module.css';

type SettingsPageProps = {
  readonly settings: Settings;
  /** 課の職員 */
  readonly staff: ReactNode;
  /** Saves what has changed. */
  readonly onSave: (patch: Partial<Settings>) => Promise<Result<unknown>>;
  readonly dataFolder: string;
  readonly onShowDataFolder: () => void;
  readonly appVersion: string;
  /** Opens 「このアプリについて」. */
  readonly onOpenAbout: () => void;
  /** What main mended or warned of before the window opened, and what came up since. */
  readonly problems: readonly Problem[];
  /** Opens 記録ファイル. */
  readonly onOpenFiles: () => void;
  /** Opens 変更履歴 of what belongs to no case. */
  readonly onOpenHistory: () => void;
  /** Opens 個人情報を完全に消す. */
  readonly onOpenErase: () => void;
  /** Opens ごみ箱. */
  readonly onOpenBin: () => void;
  /** バックアップ in a card. */
  readonly backup: ReactNode;
  /** 引継ぎファイル in a card. */
  readonly bansoFile: ReactNode;
};

/** 設定 */
export const SettingsPage = ({
  settings,
  staff,
  onSave,
  dataFolder,
  onShowDataFolder,
  appVersion,
  onOpenAbout,
  problems,
  onOpenBin,
  onOpenErase,
  backup,
  bansoFile,
  onOpenFiles,
  onOpenHistory,
}: SettingsPageProps) => (
  <Page header={<PageHeader title="設定" variant="plain" />}>
    <PageBody>
      <div className={styles.cards}>
        {problems.length > 0 && (
          <Card note={`${problems.length}件`} title="確認してほしいこと">
            <div className={styles.notices}>
              {problems.map((problem) => (
                <Notice {...problem} key={problem.happened} tone="warning" />
              ))}
            </div>
          </Card>
        )}
        <ProfileCard onSave={onSave} settings={settings} />
        {staff}
        <Card
          actions={
            <>
              <Button onPress={onOpenFiles} size="small">
                記録ファイル
              </Button>
              <Button onPress={onShowDataFolder} size="small">
                フォルダーを開く
              </Button>
            </>
          }
          title="記録の置き場所"
        >
          <p className={styles.folder}>{dataFolder}</p>
          <p className={styles.quiet}>記録はこのパソコンの中だけに保存され、外へは送られません。</p>
        </Card>
        {backup}
        {bansoFile}
        <Card
          actions={
            <Button onPress={onOpenBin} size="small">
              ごみ箱を開く
            </Button>
          }
          title="ごみ箱"
        >
          <p className={styles.quiet}>
            削除した案件、会合、課題などは、180日のあいだごみ箱から元に戻せます。
          </p>
        </Card>
        <Card
          actions={
            <Button onPress={onOpenErase} size="small">
              さがして消す
            </Button>
          }
          title="個人情報を完全に消す"
        >
          <p className={styles.quiet}>
            名前や文章を、変更履歴と記録ファイルの中からもさがして、元に戻せない形で消します。
          </p>
        </Card>
        <Card
          actions={
            <Button onPress={onOpenHistory} size="small">
              変更履歴を開く
            </Button>
          }
          title="変更履歴（共通の記録）"
        >
          <p className={styles.quiet}>
            人・機関・テーマ・ノウハウなどを、だれがいつ変えたかを確かめ、前の内容に戻せます。案件の変更履歴は、案件の画面の上から開けます。
          </p>
        </Card>
        <Card
          actions={
            <Button onPress={onOpenAbout} size="small">
              版とライセンスを見る
            </Button>
          }
          title="このアプリについて"
        >
          <p className={styles.quiet}>伴走ノート {appVersion}</p>
        </Card>
      </div>
    </PageBody>
  </Page>
);
