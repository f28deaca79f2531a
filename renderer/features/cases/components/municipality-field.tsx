import { useMemo } from 'react';
import { searchMunicipalities } from '#shared/domain/office/municipality-list.ts';
import { prefectureName } from '#shared/domain/office/prefectures.ts';
import { fold } from '#shared/text/fold.ts';
import { NAME_LIMIT } from '#shared/text/limits.ts';
import { afterPress } from '#ui/after-press.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { TextField } from '#ui/text-field.tsx';
import { codeWarning, normalizeCode } from '../case-form.ts';
import { useMunicipalities } from '../municipality-source.ts';
import type { CaseFormState } from '../use-case-form.ts';
import styles from './case-form-fields.module.css';

type MunicipalityFieldProps = {
  readonly state: CaseFormState;
  readonly prefecture: string;
  readonly autoFocus: boolean;
};

const SHOWN = 60;

/** The municipality by name, reading or code from the offline list; name and code stay editable. */
export const MunicipalityField = ({ state, prefecture, autoFocus }: MunicipalityFieldProps) => {
  const { form, errors, change, checkField, pickMunicipality } = state;
  const list = useMunicipalities();
  const all = useMemo(() => list?.municipalities ?? [], [list]);
  const picked = all.find(({ code, name }) => code === form.code && name === form.name);
  // Opened again on a name that was picked, the list shows its neighbours, not that one alone.
  const query = picked === undefined ? form.name : '';
  const found = useMemo(
    () => searchMunicipalities(all, query, { prefecture, limit: SHOWN }),
    [all, query, prefecture],
  );
  const code = normalizeCode(form.code);
  /** A whole name or code that fits one alone is as good as picked. */
  const settle = () => {
    const typed = fold(form.name).replaceAll(' ', '');
    const [first, second] = found;
    if (picked !== undefined || first === undefined || typed === '') return;
    const isCode = first.code === normalizeCode(form.name);
    const isWhole = first.keys.includes(typed) && !second?.keys.includes(typed);
    if (isCode || (isWhole && form.code === '')) pickMunicipality(first);
  };
  return (
    <div className={styles.municipality}>
      <ComboBox
        allowsCustomValue
        autoFocus={autoFocus}
        description="名前・よみ・団体コードで探せます。一覧にない名前も入力できます。"
        emptyText={
          list === undefined
            ? '一覧を読み込んでいます'
            : '一覧にありません。このまま入力して、団体コードも入れてください。'
        }
        error={errors.name}
        inputValue={form.name}
        isRequired
        label="市町村"
        menuTrigger="input"
        onBlur={settle}
        onInputChange={(name) => change({ name })}
        onPick={(id) => {
          const municipality = all.find((each) => each.code === id);
          if (municipality !== undefined) pickMunicipality(municipality);
        }}
        options={found.map((each) => ({
          id: each.code,
          label: each.name,
          note: `${each.prefecture}　${each.kana}　${each.code}`,
        }))}
        takesLone
        placeholder="例：益城町、ましき、434434"
        value={picked?.code ?? null}
      />
      <TextField
        description={code.length === 6 ? prefectureName(code) : '6桁の全国地方公共団体コード'}
        error={errors.code}
        inputMode="numeric"
        isRequired
        label="団体コード"
        maxLength={NAME_LIMIT}
        onBlur={() => {
          if (code !== form.code) change({ code });
          if (code !== '') afterPress(() => checkField('code'));
        }}
        onChange={(typed) => change({ code: typed })}
        value={form.code}
        warning={codeWarning(form, all)}
      />
    </div>
  );
};
