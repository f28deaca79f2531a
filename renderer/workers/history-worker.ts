import { createDocumentHistory, type DocumentHistory } from '#data/history/document-history.ts';
import { unpackFile } from '#data/history/read-files.ts';
import type { HistoryMessage, HistoryNews } from './history/messages.ts';

/** Replays the frames of one document apart from the screens; whoever asked may kill it. */
let history: DocumentHistory | undefined;

const tell = (news: HistoryNews): void => self.postMessage(news);

self.onmessage = ({ data }: MessageEvent<HistoryMessage>) => {
  switch (data.kind) {
    case 'files': {
      history ??= createDocumentHistory(data.document);
      const files = data.files.map(unpackFile);
      if (data.isAll)
        return tell({ kind: 'entries', entries: history.takeAll(files), wants: 'nothing' });
      const isAll = files.every(({ frames }) => (frames[0]?.seq ?? 1) === 1);
      const entries = history.takeLatest(files);
      tell({ kind: 'entries', entries, wants: isAll ? 'rest' : 'files' });
      if (isAll) tell({ kind: 'entries', entries: history.takeAll(files), wants: 'nothing' });
      return;
    }
    case 'recordAt': {
      const found = history?.recordAt(data.moment, data.collection, data.id);
      tell({ kind: 'record', ask: data.ask, found });
    }
  }
};
