import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { caseHeadOf } from './case-head.ts';

type Point = { readonly x: number; readonly y: number };

/** ロードマップ: the chart, the panel beside it, and what stands around. */
export const roadmapOf = (page: Page) => {
  const chart = page.locator('[data-roadmap-chart]');
  const cursor = page.locator('[data-roadmap-cursor]');
  const panel = page.getByRole('complementary');
  const bars = chart.locator('.bar-wrapper');

  const middleOf = async (locator: Locator): Promise<Point> => {
    const box = await locator.boundingBox();
    if (box === null) throw new Error('it is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const laneName = (name: string): Locator =>
    page.locator('[data-roadmap-scroller]').getByText(name, { exact: true });
  /** The middle of a month's cell; `year` counts the roadmap's fiscal years from 0. */
  const cellAt = async (lane: string, month: string, year = 0): Promise<Point> => {
    const header = page.locator('[data-roadmap-scroller]').getByText(month, { exact: true });
    return { x: (await middleOf(header.nth(year))).x, y: (await middleOf(laneName(lane))).y };
  };
  const drag = async (from: Point, to: Point): Promise<void> => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + Math.sign(to.x - from.x) * 6, from.y + 2, { steps: 2 });
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  };
  const field = (name: string): Locator => panel.getByRole('textbox', { name, exact: true });
  /** The inner edge of a bar's shape. */
  const edgeOf = async (words: string, side: 'start' | 'end'): Promise<Point> => {
    const shape = bars.filter({ hasText: words }).locator('rect.bar');
    const box = await shape.boundingBox();
    if (box === null) throw new Error('the bar is not on the screen');
    const x = side === 'start' ? box.x + 3 : box.x + box.width - 3;
    return { x, y: box.y + box.height / 2 };
  };

  return {
    chart,
    cursor,
    panel,
    bars,
    field,
    laneName,
    /** A bar on the chart, by the words on it. */
    bar: (words: string): Locator => bars.filter({ hasText: words }),
    /** A milestone on the chart, by its name. */
    mark: (name: string): Locator => chart.locator('.mark-wrapper').filter({ hasText: name }),
    begin: page.getByRole('button', { name: '6つの分野ではじめる' }),
    /** What the menu 「…」 adds. */
    add: async (what: string): Promise<void> => {
      await page.getByRole('button', { name: 'ロードマップの操作' }).click();
      await page.getByRole('menuitem', { name: what }).click();
    },
    addBar: page.getByRole('button', { name: '帯を追加' }),
    checks: page.getByRole('status').filter({ hasText: '確認してください' }),
    question: page.getByRole('region', { name: '続く帯の確認' }),
    answer: (words: string): Promise<void> =>
      page
        .getByRole('region', { name: '続く帯の確認' })
        .getByRole('button', { name: words })
        .click(),
    /** What is read out. */
    said: page.locator('[data-roadmap-said]'),
    open: async (): Promise<void> => {
      await caseHeadOf(page).openTab('ロードマップ');
    },
    cellAt,
    /** Draws a bar over months of one lane and names it. */
    draw: async (
      name: string,
      lane: string,
      [from, to]: readonly [string, string],
      year = 0,
    ): Promise<void> => {
      await drag(await cellAt(lane, from, year), await cellAt(lane, to, year));
      await expect(field('名前')).toHaveValue('新しい帯');
      await field('名前').fill(name);
      await field('名前').press('Enter');
      await expect(bars.filter({ hasText: name })).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(panel).toHaveCount(0);
    },
    /** Drags a row by its name above another. */
    dragLane: async (name: string, above: string): Promise<void> => {
      const to = await laneName(above).boundingBox();
      if (to === null) throw new Error('the row is not on the screen');
      await drag(await middleOf(laneName(name)), { x: to.x + 4, y: to.y - 4 });
    },
    /** Drags a bar by its middle to a month in a lane. */
    moveTo: async (words: string, to: Point): Promise<void> => {
      const shape = bars.filter({ hasText: words }).locator('rect.bar');
      await drag(await middleOf(shape), to);
    },
    /** Drags a bar's end to a month. */
    resize: async (words: string, side: 'start' | 'end', to: Point): Promise<void> => {
      const from = await edgeOf(words, side);
      await drag(from, { x: to.x, y: from.y });
    },
    /** Lets a bar wait for the end of another, through the panel. */
    link: async (before: string, after: string): Promise<void> => {
      await bars.filter({ hasText: after }).locator('rect.bar').click();
      const box = panel.getByRole('combobox', { name: 'この帯より先に終わる帯を追加' });
      await box.pressSequentially(before);
      await page.getByRole('option', { name: before }).first().click();
      await expect(panel.getByRole('button', { name: `「${before}」を開く` })).toBeVisible();
      await page.keyboard.press('Escape');
      if ((await panel.count()) > 0) await panel.getByRole('button', { name: '閉じる' }).click();
      await expect(panel).toHaveCount(0);
    },
  };
};
