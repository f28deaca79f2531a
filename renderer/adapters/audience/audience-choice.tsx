import { AUDIENCE_NAMES, AUDIENCES } from '#shared/domain/record/audience.ts';
import { leftOutKinds, leftOutWords, type Outgoing } from '#shared/domain/record/outgoing.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import styles from './audience.module.css';
import type { AudienceState } from './use-audience.ts';

const OPTIONS = AUDIENCES.map((id) => ({ id, label: AUDIENCE_NAMES[id] }));
const LABEL = 'だれに渡すか';

/** For whom, among the settings of an output. */
export const AudienceChoice = ({ audience, choose }: AudienceState) => (
  <RadioGroup
    direction="column"
    label={LABEL}
    onChange={choose}
    options={OPTIONS}
    value={audience}
  />
);

/** For whom, beside the buttons of an output. */
export const AudienceSelect = ({ audience, choose }: AudienceState) => (
  <Select
    className={styles.select}
    isLabelHidden
    label={LABEL}
    onChange={choose}
    options={OPTIONS}
    value={audience}
  />
);

/** What an output leaves out for its audience; nothing for the office, which gets all. */
export const LeftOutLine = ({ outgoing }: { readonly outgoing: Outgoing }) => {
  if (outgoing.audience === 'office') return null;
  const name = AUDIENCE_NAMES[outgoing.audience];
  return (
    <p className={styles.line} role="status">
      {outgoing.leftOut.length === 0
        ? `${name}：省いたものはありません。`
        : `${name}：${leftOutWords(outgoing)}（${leftOutKinds(outgoing)}）。`}
    </p>
  );
};

/** Behind what was done: （市町村用。内部の項目 3件を省きました）; '' for the office. */
export const audienceNote = (outgoing: Outgoing): string => {
  if (outgoing.audience === 'office') return '';
  const words = [AUDIENCE_NAMES[outgoing.audience], leftOutWords(outgoing)].filter(Boolean);
  return `（${words.join('。')}）`;
};
