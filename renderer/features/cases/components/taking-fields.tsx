import { ACTION_FATES } from '#data/operations/meeting/case-end.ts';
import type { Offer } from '#shared/domain/chain/offer.ts';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { FATE_NAMES, type Taking, takenOptions } from '../taking.ts';

type TakingFieldsProps = {
  /** 令和4年度 */
  readonly year: string;
  readonly offer: Offer;
  readonly value: Taking;
  readonly onChange: (part: Partial<Taking>) => void;
};

const fateOptions = ACTION_FATES.map((id) => ({ id, label: FATE_NAMES[id] }));

/** What to take along from the case before, each kind with its number. */
export const TakingFields = ({ year, offer, value, onChange }: TakingFieldsProps) => {
  const options = takenOptions(offer);
  const shown = options.map(({ id }) => id);
  if (options.length === 0) return <p>{`${year}の案件から新しく引き継ぐものはありません。`}</p>;
  return (
    <>
      <CheckboxGroup
        description={
          shown.includes('roadmap')
            ? 'すでに書いてあるところは変えません。ロードマップは写さずに、一つのものを続けて使います。'
            : 'すでに書いてあるところは変えません。'
        }
        label={`${year}の案件から引き継ぐもの`}
        // What is not offered at present stays chosen: another case before may have it.
        onChange={(takes) =>
          onChange({ takes: [...takes, ...value.takes.filter((id) => !shown.includes(id))] })
        }
        options={options}
        value={value.takes.filter((id) => shown.includes(id))}
      />
      {shown.includes('actions') && value.takes.includes('actions') && (
        <RadioGroup
          description="残すと、「予定」に両方の年度のものが並びます。"
          label={`${year}の案件にある対応事項は`}
          onChange={(fate) => onChange({ fate })}
          options={fateOptions}
          value={value.fate}
        />
      )}
    </>
  );
};
