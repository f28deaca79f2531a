import { useCallback, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { audienceNote } from '#adapters/audience/audience-choice.tsx';
import { showProblem } from '#adapters/store/store.tsx';
import type { Audience } from '#shared/domain/record/audience.ts';
import type { Outgoing } from '#shared/domain/record/outgoing.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import type { Drawing } from '#shared/domain/roadmap/paper/drawing.ts';
import { roadmapFor } from '#shared/domain/roadmap/paper/for-audience.ts';
import { fileNameOf } from '#shared/domain/roadmap/paper/heading.ts';
import { drawRoadmap } from '#shared/domain/roadmap/paper/page.ts';
import { toSvg } from '#shared/domain/roadmap/paper/svg.ts';
import { roadmapSheets } from '#shared/domain/roadmap/paper/workbook.ts';
import type { Problem, Result } from '#shared/result.ts';
import { showToast } from '#ui/toast-queue.ts';
import type { OutMenuProps, OutPaper } from './out-props.ts';
import { loadFonts, paintPng } from './paint.ts';

/** What is under way, and the page that the print view has to show meanwhile. */
export type OutJob = {
  readonly kind: 'print' | 'file';
  readonly page?: { readonly drawing: Drawing; readonly size: OutPaper };
};

export type Out = {
  readonly job: OutJob | undefined;
  readonly print: (size: OutPaper) => void;
  readonly savePdf: (size: OutPaper) => void;
  readonly savePng: () => void;
  readonly saveSvg: () => void;
  readonly saveExcel: () => void;
};

type Outcome = Result<'done' | 'cancelled'>;

/** Smaller letters than this (points) are hard to read on paper. */
const READABLE = 5;

/** What goes out for an audience, and what of it is left out. */
export type Shown = {
  readonly roadmap: Roadmap;
  readonly compared: Roadmap | null;
  readonly outgoing: Outgoing;
};

export const useShown = (
  { roadmap, compared, followed }: OutMenuProps,
  audience: Audience,
): Shown =>
  useMemo(
    () => ({
      ...roadmapFor(roadmap, followed, audience),
      compared: compared && roadmapFor(compared, followed, audience).roadmap,
    }),
    [roadmap, compared, followed, audience],
  );

/** Draws the roadmap that is looked at, and hands it to the printer or into a file. */
export const useOut = (props: OutMenuProps, withSources: boolean, shown: Shown): Out => {
  const { outgoing } = shown;
  const { audience } = outgoing;
  const note = audienceNote(outgoing);
  const options = {
    ...pageOptions(props, withSources),
    outgoing,
    compared: shown.compared,
  };
  const [job, setJob] = useState<OutJob>();
  const { port } = props;
  const run = useCallback(
    async (next: OutJob, send: () => Promise<Outcome>, done: string): Promise<void> => {
      // The print view is in the document before anybody prints it.
      flushSync(() => setJob(next));
      try {
        const result = await send();
        if (!result.ok) showProblem(result.error);
        else if (result.value === 'done') showToast(done);
      } catch {
        showProblem(NOT_MADE);
      } finally {
        setJob(undefined);
      }
    },
    [],
  );
  const draw = (size: OutPaper): Drawing => drawRoadmap(shown.roadmap, { ...options, size });
  const name = fileNameOf(props.roadmap, props.municipality, props.versionName, audience);
  const page = (kind: OutJob['kind'], size: OutPaper, done: string): void => {
    const drawing = draw(size);
    const send = async (): Promise<Outcome> => {
      await loadFonts(drawing);
      const paper = { size, landscape: true };
      return kind === 'print' ? port.print(paper) : port.savePdf(paper, name);
    };
    void run({ kind, page: { drawing, size } }, send, `${done}${note}${sizeWarning(drawing)}`);
  };
  const file = (kind: 'png' | 'svg' | 'xlsx', make: () => Promise<Uint8Array>, done: string) =>
    void run(
      { kind: 'file' },
      async () => port.saveFile({ name, kind, bytes: await make() }),
      done + note,
    );
  return {
    job,
    print: (size) => page('print', size, '印刷に送りました。'),
    savePdf: (size) => page('file', size, 'PDFに保存しました。'),
    savePng: () => {
      const make = async (): Promise<Uint8Array> => {
        const drawing = draw('a3');
        await loadFonts(drawing);
        return paintPng(drawing);
      };
      file('png', make, '画像に保存しました。');
    },
    saveSvg: () =>
      file(
        'svg',
        async () => new TextEncoder().encode(toSvg(draw('a3'))),
        '図（SVG）に保存しました。',
      ),
    saveExcel: () => {
      const make = async (): Promise<Uint8Array> => {
        const { writeWorkbook } = await import('./xlsx.ts');
        return writeWorkbook(roadmapSheets(shown.roadmap, options));
      };
      file('xlsx', make, 'Excelに保存しました。');
    },
  };
};

const pageOptions = (props: OutMenuProps, withSources: boolean) => ({
  zoom: 'fit' as const,
  municipality: props.municipality,
  versionName: props.versionName,
  date: props.date,
  today: props.lateOn,
  comparedName: props.comparedName,
  withSources,
});

const sizeWarning = ({ smallest }: Drawing): string =>
  smallest >= READABLE
    ? ''
    : `1枚に収めたため、小さい文字は約${Math.max(1, Math.round(smallest))}ポイントです。期間を短くするか、先の年度をたたむと大きくなります。`;

const NOT_MADE: Problem = {
  code: 'unexpected',
  happened: 'ファイルをつくれませんでした。',
  safe: '記録は変わっていません。',
  todo: 'もう一度お試しください。続くときは、アプリを開き直してください。',
};
