/**
 * The walls between the folders (ARCHITECTURE.md), for dependency-cruiser. Imports run one way:
 * shared → data, ui, adapters → features → app. Imports of types count like any other.
 */

const npm = (/** @type {string[]} */ ...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const react = ['react', 'react-dom', 'react-aria-components', '@tanstack/react-router'];

const environments = [
  forbid(
    'shared-stands-alone',
    'shared/ imports itself, zod and @noble/hashes, nothing else',
    { path: '^shared/' },
    { pathNot: ['^shared/', npm('zod', '@noble/hashes')] },
  ),
  forbid(
    'electron-knows-shared-only',
    'the Node side imports no other folder than shared/ and resources/',
    { path: '^electron/' },
    { path: '^(renderer|scripts)/' },
  ),
  forbid(
    'electron-has-no-screens-or-store',
    'React, Dexie, Yjs, TipTap and the chart live in the renderer',
    { path: '^electron/' },
    { path: npm(...react, 'dexie', 'yjs', 'y-protocols', '@tiptap', 'frappe-gantt') },
  ),
  forbid(
    'preload-is-apart',
    'the preload is a bundle of its own: the main process does not import it',
    { path: '^electron/', pathNot: '^electron/preload/' },
    { path: '^electron/preload/' },
  ),
  forbid(
    'preload-is-sandboxed',
    'a sandboxed preload has no Node and nothing of the main process',
    { path: '^electron/preload/' },
    { path: '^electron/', pathNot: '^electron/preload/' },
  ),
  forbid(
    'preload-has-no-node',
    'a sandboxed preload has no Node',
    { path: '^electron/preload/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'renderer-has-no-node',
    'the renderer runs in a sandbox: no Node',
    { path: '^renderer/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'renderer-has-no-electron',
    'the renderer reaches the main process through adapters/host only',
    { path: '^renderer/' },
    { path: ['^electron/', npm('electron', 'electron-log', 'electron-store')] },
  ),
];

const rooms = [
  forbid(
    'features-are-apart',
    'features meet in app/ only',
    { path: '^renderer/features/([^/]+)/' },
    { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  ),
  forbid(
    'features-see-rows-and-commands',
    'features know the public rooms of data/, not how records are kept',
    { path: '^renderer/features/' },
    { path: '^renderer/data/(documents/|projection/|database\\.ts)' },
  ),
  forbid(
    'only-app-knows-app',
    'app/ puts the rest together; nothing imports it',
    { path: '^renderer/(features|ui|data|adapters|workers)/' },
    { path: '^renderer/app/' },
  ),
  forbid(
    'ui-knows-no-domain',
    'ui/ is primitives and tokens',
    { path: '^renderer/ui/' },
    { path: '^(renderer/(data|features|adapters|workers)|shared/(domain|documents|ipc))/' },
  ),
  forbid(
    'adapters-know-no-features',
    'adapters/ wrap a library each',
    { path: '^renderer/adapters/' },
    { path: '^renderer/features/' },
  ),
  forbid(
    'data-stands-below',
    'data/ knows neither screens nor what wraps the host: app/ hands it in',
    { path: '^renderer/data/' },
    { path: '^renderer/(features|ui|adapters)/' },
  ),
  forbid(
    'data-has-no-react',
    'no React in data/',
    { path: '^renderer/data/' },
    { path: npm(...react) },
  ),
];

/** Which rooms of shared/domain a room may know beside itself. */
const BELOW = {
  record: [],
  office: ['record'],
  case: ['office', 'record'],
  meeting: ['case', 'office', 'record'],
  ladder: ['meeting', 'case', 'record'],
  checks: ['ladder', 'meeting', 'case', 'office', 'record'],
  digest: ['checks', 'ladder', 'meeting', 'case', 'record'],
  attachment: ['meeting', 'case', 'record'],
  tables: ['attachment', 'ladder', 'meeting', 'case', 'office', 'record'],
  import: ['tables', 'meeting', 'case', 'office', 'record'],
  roadmap: ['import', 'ladder', 'meeting', 'case', 'record'],
  chain: ['roadmap', 'meeting', 'case', 'record'],
  knowhow: ['tables', 'digest', 'ladder', 'meeting', 'case', 'office', 'record'],
  search: ['meeting', 'case', 'record'],
};

/** Rules of the domain, and the operations of the same name that act by them. */
const domain = Object.entries(BELOW).flatMap(([room, below]) => {
  const known = [room, ...below].join('|');
  return [
    forbid(
      `domain-${room}-knows-what-is-below`,
      `shared/domain/${room} knows of the domain: ${below.join(', ') || 'itself alone'}`,
      { path: `^shared/domain/${room}/` },
      { path: '^shared/domain/', pathNot: `^shared/domain/(${known})/` },
    ),
    forbid(
      `operations-${room}-act-by-their-rules`,
      `operations/${room} act by shared/domain/${room} and what that knows`,
      { path: `^renderer/data/operations/${room}/` },
      {
        path: ['^shared/domain/[^/]+/', '^renderer/data/operations/'],
        pathNot: [`^shared/domain/(${known})/`, `^renderer/data/operations/(${known})/`],
      },
    ),
  ];
});

const homes = [
  forbid(
    'dexie-lives-in-data',
    'data/ is the only home of Dexie',
    { path: '^renderer/', pathNot: '^renderer/data/' },
    { path: npm('dexie') },
  ),
  forbid(
    'yjs-lives-in-data',
    'data/ is the only home of Yjs; the editor binds to its types',
    { path: '^renderer/', pathNot: '^renderer/(data|adapters/editor)/' },
    { path: npm('yjs', 'y-protocols', 'lib0') },
  ),
  forbid(
    'tiptap-lives-in-the-editor',
    'adapters/editor is the only home of TipTap',
    { path: '^renderer/', pathNot: '^renderer/adapters/editor/' },
    { path: npm('@tiptap') },
  ),
  forbid(
    'the-chart-lives-in-its-adapter',
    'adapters/gantt is the only home of frappe-gantt',
    { path: '^renderer/', pathNot: '^renderer/adapters/gantt/' },
    { path: [npm('frappe-gantt'), '^frappe-gantt\\.css$'] },
  ),
];

const everywhere = [
  forbid(
    'nothing-imports-tests',
    'tests may import anything; nothing imports them',
    { pathNot: '^tests/' },
    { path: '^tests/' },
  ),
  forbid(
    'the-product-has-no-scripts',
    'scripts/ is for npm only',
    { path: '^(shared|electron|renderer)/' },
    { path: '^scripts/' },
  ),
  forbid('no-circles', 'two rooms that import each other are one', {}, { circular: true }),
  forbid(
    'every-import-is-found',
    'an import that cannot be resolved would slip past the other walls',
    { path: '^(shared|electron|renderer)/' },
    { couldNotResolve: true, pathNot: ['\\?(worker|url|raw|inline)', '^frappe-gantt\\.css$'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...environments, ...rooms, ...domain, ...homes, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
