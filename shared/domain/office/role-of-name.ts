import { plainOf } from '../../text/folded.ts';
import type { Role } from './office.ts';

/** Words that tell what a body is, the more telling ones first. */
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:県|都|府|道)(?:AD|アドバイザー)$/i, 'prefecturalAdviser'],
  [/^(?:AD|アドバイザー|広域的?アドバイザー)$/i, 'adviser'],
  [/^(?:厚生労働省|厚労省|本省)/, 'ministry'],
  [/厚生局/, 'bureau'],
  [/包括支援センター|^包括$/, 'supportCentre'],
  [/^(?:第[12一二]層)?(?:SC|生活支援コーディネーター)$/i, 'coordinator'],
  [/社協|社会福祉協議会/, 'welfareCouncil'],
  [/広域本部|振興局/, 'regionalOffice'],
  [/居宅介護支援|ケアマネ|ケアプランセンター/, 'careManager'],
  [/事業所$|デイサービス|デイケア|訪問介護|通所介護|特別養護老人ホーム|老人保健施設/, 'provider'],
  [/民生委員|自治会|老人クラブ|老人会|住民|区長会|ボランティア/, 'residents'],
  [/^(?:市|町|村)?役場$|市役所|(?:町|村)役場|^[^県都府道]+[市町村]$/, 'municipality'],
  [/^(?:県庁|本庁)$|.(?:県|都|府)$|^北海道$|県庁/, 'prefecture'],
];

/** The kind of a body where its name says so, else 'unknown': 課 and 係 are of any office. */
export const roleOfName = (name: string): Role => {
  const plain = plainOf(name);
  return WORDS.find(([words]) => words.test(plain))?.[1] ?? 'unknown';
};
