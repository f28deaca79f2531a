import { Check } from 'lucide-react';
import { useRef, useState } from 'react';
import { checkOwnProfile, type OwnProfileErrors } from '#shared/domain/office/own-profile.ts';
import { PREFECTURES } from '#shared/domain/office/prefectures.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Problem, Result } from '#shared/result.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { Status } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useDraftForm } from '#ui/commit/use-draft-form.ts';
import { Notice } from '#ui/notice.tsx';
import { PickField } from '#ui/pick-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './settings-page.module.css';

type ProfileCardProps = {
  readonly settings: Settings;
  readonly onSave: (patch: Partial<Settings>) => Promise<Result<unknown>>;
};

const prefectureOptions = PREFECTURES.map(({ code, name, kana }) => ({
  id: code,
  label: name,
  note: kana,
}));

/** Who the user is. */
export const ProfileCard = ({ settings, onSave }: ProfileCardProps) => {
  const draft = useDraftForm<Settings>('settings.profile', 'あなたのこと', settings);
  const typed = draft.values;
  const [errors, setErrors] = useState<OwnProfileErrors>({});
  const [saving, setSaving] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [problem, setProblem] = useState<Problem>();
  const fields = useRef<HTMLDivElement>(null);
  const isChanged = Object.entries(typed).some(
    ([field, value]) => settings[field as keyof Settings] !== value,
  );

  const change = (part: Partial<Settings>) => {
    draft.set(part);
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))),
    );
    setSaving('idle');
  };

  const save = async () => {
    const checked = checkOwnProfile(typed);
    if (!checked.ok) {
      setErrors(checked.errors);
      requestAnimationFrame(() =>
        fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setSaving('saving');
    setProblem(undefined);
    const result = await onSave(checked.profile);
    setSaving(result.ok ? 'saved' : 'idle');
    if (!result.ok) {
      setProblem(result.error);
      return;
    }
    draft.set(checked.profile);
    draft.take(['prefecture', 'section', 'userName']).done();
  };

  return (
    <Card title="あなたのこと">
      {problem && <Notice {...problem} tone="danger" />}
      <div className={styles.fields} ref={fields}>
        <PickField
          error={errors.prefecture}
          isRequired
          label="都道府県"
          onChange={(prefecture) => change({ prefecture: prefecture ?? '' })}
          options={prefectureOptions}
          value={typed.prefecture === '' ? null : typed.prefecture}
        />
        <TextField
          error={errors.section}
          isRequired
          label="課・班"
          maxLength={NAME_LIMIT}
          onChange={(section) => change({ section })}
          value={typed.section}
        />
        <TextField
          description="記録の「書いた人」になります。"
          error={errors.userName}
          isRequired
          label="あなたの名前"
          maxLength={NAME_LIMIT}
          onChange={(userName) => change({ userName })}
          value={typed.userName}
        />
      </div>
      <div className={styles.foot}>
        {saving === 'saved' && (
          <span role="status">
            <Status icon={<Check aria-hidden="true" size={16} />} tone="success">
              保存しました
            </Status>
          </span>
        )}
        <Button
          isDisabled={!isChanged}
          isPending={saving === 'saving'}
          onPress={() => void save()}
          variant="primary"
        >
          保存する
        </Button>
      </div>
    </Card>
  );
};
