import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What people read or hear of an element; by these names the portal's own components take it, too. */
const attributes = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'text',
]);

function screens(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const at = join(path, name);
    return statSync(at).isDirectory() ? screens(at) : name.endsWith('.tsx') ? [at] : [];
  });
}

/** The texts that an expression may come to without asking anything: of a condition both ways. */
function literals(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text,
      ...node.templateSpans.flatMap((s) => [...literals(s.expression), s.literal.text]),
    ];
  }
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) return literals(node.expression);
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const joins = node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken;
    return [...(joins ? literals(node.left) : []), ...literals(node.right)];
  }
  return [];
}

function said(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) found.push(...literals(node));
    if (ts.isJsxAttribute(node) && attributes.has(node.name.getText()))
      found.push(...literals(node.initializer));
    ts.forEachChild(node, look);
  };
  look(file);
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

test('text in the markup and in what describes it is found', () => {
  const source = `const C = ({ on }) => <p title={on ? 'On' : \`Off \${on}\`} className="flex">Here {on && 'again'} {on} · <i aria-label="x y" /></p>`;
  expect(said('C.tsx', source)).toEqual(['On', 'Off', 'Here', 'again', 'x y']);
});

test('every text on the screen comes from a catalogue', () => {
  const outside = screens('src').flatMap((file) =>
    said(file, readFileSync(file, 'utf8')).map((text) => `${file.replaceAll('\\', '/')}: ${text}`),
  );
  expect(outside).toEqual([]);
});
