/**
 * Puts text on the clipboard, with HTML beside it for Excel and Word where there is some. Must begin in a
 * key press or a click.
 * @returns whether the system took it
 */
export const copy = async (text: string, html?: string): Promise<boolean> => {
  const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        ...part('text/plain', text),
        ...(html !== undefined && part('text/html', html)),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
};
