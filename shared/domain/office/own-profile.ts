import { problemWords } from '../../result.ts';
import { checkName } from '../../text/limits.ts';

/** Who works on this PC: what the app must know before the first record is written. */
export type OwnProfile = {
  /** 01–47, or '' while none is chosen. */
  readonly prefecture: string;
  /** 課・班 */
  readonly section: string;
  readonly userName: string;
};

export type OwnProfileErrors = Readonly<Partial<Record<keyof OwnProfile, string>>>;

export type CheckedOwnProfile<T> =
  | { readonly ok: true; readonly profile: T }
  | { readonly ok: false; readonly errors: OwnProfileErrors };

/** Checks the three fields together, so that all that is wrong is seen at once; other fields pass. */
export const checkOwnProfile = <T extends OwnProfile>(typed: T): CheckedOwnProfile<T> => {
  const section = checkName(typed.section, '課・班の名前');
  const userName = checkName(typed.userName, 'あなたの名前');
  if (section.ok && userName.ok && typed.prefecture !== '') {
    return { ok: true, profile: { ...typed, section: section.value, userName: userName.value } };
  }
  return {
    ok: false,
    errors: {
      ...(typed.prefecture === '' && { prefecture: '都道府県を選んでください。' }),
      ...(!section.ok && { section: problemWords(section.error) }),
      ...(!userName.ok && { userName: problemWords(userName.error) }),
    },
  };
};
