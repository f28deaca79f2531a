import { attributesOf } from '../../text/markup.ts';

/** What the look of an element says of its words. */
export type Look = {
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  /** Excel only draws the text across its empty neighbours. */
  readonly isDrawnAcross: boolean;
  /** The bullet or number of a list of Word. */
  readonly isListSign: boolean;
};

/** Rules of a style sheet by class: `.xl65 { … }`. */
export type ClassRules = ReadonlyMap<string, string>;

/** More classes than this, and no program wrote them for a table. */
const RULE_LIMIT = 5000;

/** Reads the rules of the classes that a style sheet names alone; others are of no interest. */
export const readClassRules = (sheet: string, rules: Map<string, string>): void => {
  for (const rule of sheet.split('}')) {
    if (rules.size > RULE_LIMIT) return;
    const brace = rule.indexOf('{');
    if (brace < 0) continue;
    const body = rule.slice(brace + 1);
    for (const selector of rule.slice(Math.max(0, brace - 500), brace).split(',')) {
      const name = /(?:^|[\s>]|<!--)(?:td|th|tr|col|span|font|p)?\.([\w-]{1,80})$/i.exec(
        selector.trim(),
      )?.[1];
      if (name !== undefined) rules.set(name, `${rules.get(name) ?? ''};${body}`);
    }
  }
};

/** How an element looks, by its own style and by its classes. */
export const lookOf = (name: string, raw: string, rules: ClassRules): Look => {
  const attributes = attributesOf(raw);
  const classes = (attributes.get('class') ?? '').split(/\s+/, 8);
  const style = [
    attributes.get('style') ?? '',
    ...classes.map((each) => rules.get(each) ?? ''),
  ].join(';');
  return {
    isHidden:
      /display\s?:\s?none|visibility\s?:\s?hidden|mso-hide\s?:\s?all/i.test(style) ||
      /(?<=^|\s)hidden(?=\s|$)/i.test(raw),
    isStruck:
      name === 's' ||
      name === 'strike' ||
      /text-decoration[a-z-]{0,6}\s?:[^;]{0,60}line-through/i.test(style),
    isDrawnAcross: /mso-ignore\s?:\s?colspan/i.test(style),
    isListSign: /mso-list\s?:\s?ignore/i.test(style),
  };
};

/** Whether an element is what tracked changes have deleted. */
export const isDeleted = (name: string, raw: string): boolean =>
  name === 'del' || /(?<!\w)msoDel(?!\w)/i.test(attributesOf(raw).get('class') ?? '');

/** Whether an element is a mark or text of a comment, or a reading above letters: no words of a cell. */
export const isBeside = (name: string, raw: string): boolean => {
  if (name === 'rt' || name === 'rp') return true;
  const attributes = attributesOf(raw);
  return (
    /(?<!\w)msocom(?:anchor|txt|off)(?!\w)/i.test(attributes.get('class') ?? '') ||
    /mso-element\s?:\s?comment/i.test(attributes.get('style') ?? '')
  );
};
