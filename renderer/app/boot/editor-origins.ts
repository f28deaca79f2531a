/**
 * Origins under which the editor writes to notes. The editor is large and is read after the first
 * screen stands; no document is opened before, since opening waits for the logs, and those for this.
 */
const origins: unknown[] = [];

export const editorOrigins: readonly unknown[] = origins;

export const loadEditorOrigins = async (): Promise<void> => {
  const { EDITOR_ORIGIN } = await import('#adapters/editor/editor-origin.ts');
  if (!origins.includes(EDITOR_ORIGIN)) origins.push(EDITOR_ORIGIN);
};
