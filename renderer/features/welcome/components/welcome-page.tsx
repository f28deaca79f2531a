import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { OwnProfile } from '#shared/domain/office/own-profile.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Problem, Result } from '#shared/result.ts';
import { Logo } from '#ui/logo.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProfileStep } from './profile-step.tsx';
import { StartStep } from './start-step.tsx';
import styles from './welcome-page.module.css';

type WelcomePageProps = {
  readonly settings: Settings;
  /** What main warned of before the window opened, such as a data folder on a network. */
  readonly notices: readonly Problem[];
  /** Saves who the user is. The second step follows once it has come back without a problem. */
  readonly onDone: (patch: OwnProfile) => Promise<Result<unknown>>;
  /** Loads the sample and goes to it; a problem is shown here. */
  readonly onOpenSample: () => Promise<Result<unknown>>;
  readonly onNewCase: () => void;
  /** Opens バックアップ, to restore from one. */
  readonly onOpenBackup: () => void;
  /** Into the app without either. */
  readonly onSkip: () => void;
};

/** First start: who you are, then where to begin. */
export const WelcomePage = ({
  settings,
  notices,
  onDone,
  onOpenSample,
  onNewCase,
  onOpenBackup,
  onSkip,
}: WelcomePageProps) => {
  const [name, setName] = useState<string>();
  return (
    <main className={styles.page} id="main">
      <div className={styles.column}>
        <div className={styles.logo}>
          <Logo />
        </div>
        {notices.map((problem) => (
          <Notice {...problem} key={problem.happened} tone="warning" />
        ))}
        <section aria-labelledby="welcome-title" className={styles.panel}>
          {name === undefined ? (
            <ProfileStep
              onDone={async (profile) => {
                const result = await onDone(profile);
                if (result.ok) setName(profile.userName);
                return result;
              }}
              settings={settings}
            />
          ) : (
            <StartStep
              name={name}
              onNewCase={onNewCase}
              onOpenBackup={onOpenBackup}
              onOpenSample={onOpenSample}
              onSkip={onSkip}
            />
          )}
        </section>
        <p className={styles.safe}>
          <LockKeyhole aria-hidden="true" size={16} />
          入力した記録はこのパソコンの中だけに保存され、外へは送られません。
        </p>
      </div>
    </main>
  );
};
