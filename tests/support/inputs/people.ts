import { box, combo, type Holding, type Input, type Place, words } from './input.ts';

const who = (
  place: Place,
  name: string,
  find: Input['find'],
  holding: Holding = 'field',
  text: Input['text'] = words(name),
  reads?: Input['reads'],
): Input => ({ name: `人・機関の${name}`, place, holding, find, text, ...(reads && { reads }) });

const BODY_FIELDS = ['名前', 'よみ', '以前の名前', '所在地', '電話', '備考', '出典'];
const PERSON_FIELDS = [
  '名前',
  'よみ',
  '旧姓・以前の名前',
  '電話',
  'メール',
  '専門・得意なこと',
  '備考（内部用）',
];
const month = (n: number): string => `R4.${n + 1}`;

export const PEOPLE: readonly Input[] = [
  who('bodies', '機関を加える行', box('機関を加える'), 'line'),
  who('people', '人を加える行', box('人を加える'), 'line'),
  ...BODY_FIELDS.map((name) => who('organization', `機関の${name}`, box(name))),
  ...PERSON_FIELDS.map((name) => who('person', `人の${name}`, box(name))),
  who('person', '役職', box(/での役職$/)),
  who('person', '着任', box(/への着任$/), 'whole', month, month),
  who('person', '離任', box(/からの離任$/), 'whole', month, month),
  who('person', '所属を加える', combo('所属を加える'), 'form'),
];
