import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression of the product, and where it stands. */
export type Expression = {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
};

const ROOT = join(import.meta.dirname, '..', '..');

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** Every expression that stands literally in the sources of these folders. */
export const literalExpressions = (folders: readonly string[]): readonly Expression[] =>
  folders.flatMap(filesOf).flatMap((file) => {
    const parsed = parse(file);
    const found: Expression[] = [];
    walk(parsed, (node) => {
      if (!ts.isRegularExpressionLiteral(node)) return;
      const end = node.text.lastIndexOf('/');
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      const source = node.text.slice(1, end);
      found.push({ file, line: line + 1, source, flags: node.text.slice(end + 1) });
    });
    return found;
  });

const isMade = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp';

/** The files that put expressions together out of parts. */
export const filesThatMakeExpressions = (folders: readonly string[]): readonly string[] =>
  folders.flatMap(filesOf).filter((file) => {
    let makes = false;
    walk(parse(file), (node) => {
      makes ||= isMade(node);
    });
    return makes;
  });

/**
 * Those that a file puts together when it is loaded; it must not have been loaded before.
 * @param call what of it makes others out of what somebody typed, if anything does
 */
export const madeExpressions = async (
  file: string,
  call: (loaded: unknown) => void = () => undefined,
): Promise<readonly Expression[]> => {
  const found: Expression[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, given) => {
      const made = Reflect.construct(target, given) as RegExp;
      // What the loader itself makes meanwhile has no Japanese and no era in it: it does no harm here.
      found.push({ file, line: 0, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    call(await import(/* @vite-ignore */ join(ROOT, file)));
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
};
