import { useRef, useState } from 'react';
import {
  checkOwnProfile,
  type OwnProfile,
  type OwnProfileErrors,
} from '#shared/domain/office/own-profile.ts';
import { PREFECTURES } from '#shared/domain/office/prefectures.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Problem, Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Button } from '#ui/button.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Notice } from '#ui/notice.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './welcome-page.module.css';

type ProfileStepProps = {
  readonly settings: Settings;
  readonly onDone: (profile: OwnProfile) => Promise<Result<unknown>>;
};

const prefectureOptions = PREFECTURES.map(({ code, name, kana }) => ({
  id: code,
  label: name,
  note: kana,
}));

/** Prefecture, section, own name. Enter in the last field goes on. */
export const ProfileStep = ({ settings, onDone }: ProfileStepProps) => {
  const draft = useDraftForm<OwnProfile>('settings.profile', 'あなたのこと', {
    prefecture: settings.prefecture,
    section: settings.section,
    userName: settings.userName,
  });
  const typed = draft.values;
  const [errors, setErrors] = useState<OwnProfileErrors>({});
  const [problem, setProblem] = useState<Problem>();
  const [isSaving, setIsSaving] = useState(false);
  const fields = useRef<HTMLDivElement>(null);

  const change = (part: Partial<OwnProfile>) => {
    draft.set(part);
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))),
    );
  };
  const submit = async () => {
    const read = checkOwnProfile(typed);
    if (!read.ok) {
      setErrors(read.errors);
      requestAnimationFrame(() =>
        fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setErrors({});
    setIsSaving(true);
    const result = await onDone(read.profile);
    setIsSaving(false);
    if (result.ok) draft.reset();
    else setProblem(result.error);
  };

  return (
    <>
      <h1 className={styles.title} id="welcome-title">
        伴走ノートへようこそ
      </h1>
      <p className={styles.lead}>
        はじめに、あなたのことを教えてください。あとから「設定」で直せます。
      </p>
      {problem && <Notice {...problem} tone="danger" />}
      <div className={styles.fields} ref={fields}>
        <PickField
          autoFocus
          description="名前かよみを入力すると探せます。"
          error={errors.prefecture}
          isRequired
          label="都道府県"
          onChange={(prefecture) => change({ prefecture: prefecture ?? '' })}
          options={prefectureOptions}
          placeholder="例：熊本県"
          value={typed.prefecture === '' ? null : typed.prefecture}
        />
        <TextField
          error={errors.section}
          isRequired
          label="課・班"
          maxLength={NAME_LIMIT}
          onChange={(section) => change({ section })}
          placeholder="例：認知症対策・地域ケア推進課 地域ケア推進班"
          value={typed.section}
        />
        <TextField
          description="記録の「書いた人」になります。"
          error={errors.userName}
          isRequired
          label="あなたの名前"
          maxLength={NAME_LIMIT}
          onChange={(userName) => change({ userName })}
          onEnter={() => void submit()}
          value={typed.userName}
        />
      </div>
      <div className={styles.actions}>
        <Button isPending={isSaving} onPress={() => void submit()} variant="primary">
          次へ
        </Button>
      </div>
    </>
  );
};
