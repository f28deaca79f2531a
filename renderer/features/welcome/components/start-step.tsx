import { BookOpen, FolderPlus, History } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem, Result } from '#shared/result.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Spinner } from '#ui/spinner.tsx';
import styles from './welcome-page.module.css';

type StartStepProps = {
  readonly name: string;
  readonly onOpenSample: () => Promise<Result<unknown>>;
  readonly onNewCase: () => void;
  readonly onOpenBackup: () => void;
  readonly onSkip: () => void;
};

/** Three ways to begin. */
export const StartStep = ({
  name,
  onOpenSample,
  onNewCase,
  onOpenBackup,
  onSkip,
}: StartStepProps) => {
  const [isOpening, setIsOpening] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: the keyboard goes on from the heading.
  useEffect(() => heading.current?.focus(), []);

  const openSample = async () => {
    setIsOpening(true);
    const result = await onOpenSample();
    setIsOpening(false);
    if (!result.ok) setProblem(result.error);
  };

  return (
    <>
      <h1 className={styles.title} id="welcome-title" ref={heading} tabIndex={-1}>
        {name}さん、どこから始めますか
      </h1>
      {problem && <Notice {...problem} tone="danger" />}
      <div className={styles.choices}>
        <Choice
          icon={isOpening ? <Spinner size={28} /> : <BookOpen aria-hidden="true" size={28} />}
          isPending={isOpening}
          onPress={() => void openSample()}
          title="サンプルを開く"
        >
          熊本県益城町の令和4年度の記録（公表資料から作成）で、画面と使い方をひととおり見られます。
        </Choice>
        <Choice
          icon={<FolderPlus aria-hidden="true" size={28} />}
          isPending={false}
          onPress={onNewCase}
          title="案件をつくる"
        >
          市町村と年度を選んで、支援の流れを計画します。
        </Choice>
        <Choice
          icon={<History aria-hidden="true" size={28} />}
          isPending={false}
          onPress={onOpenBackup}
          title="バックアップから戻す"
        >
          前のパソコンの記録を、バックアップのフォルダーから戻します。
        </Choice>
      </div>
      <p className={styles.skip}>
        <LinkButton onPress={onSkip} weight="text">
          あとで決める
        </LinkButton>
      </p>
    </>
  );
};

type ChoiceProps = {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly isPending: boolean;
  readonly onPress: () => void;
};

const Choice = ({ title, icon, children, isPending, onPress }: ChoiceProps) => (
  <Button className={styles.choice ?? ''} isPending={isPending} onPress={onPress}>
    <span className={styles.icon}>{icon}</span>
    <span className={styles.words}>
      <span className={styles.name}>{title}</span>
      <span>{children}</span>
    </span>
  </Button>
);
