/**
 * XML parts, read as they stream by: no document type is fetched, no entity but the five of XML is known (saxes expands none that a
 * document declares), and depth and amount have limits.
 */
import { SaxesParser } from 'saxes';
import { AppError } from '../../errors.ts';

export const MAX_DEPTH = 400;
const SLICE = 1 << 16;

export type XmlAttributes = Readonly<Record<string, string>>;
export interface XmlHandlers {
  /** Names come without their prefix: `w:p` is `p`. Attributes keep theirs. `path` ends with the element itself. */
  readonly open?: (name: string, attributes: XmlAttributes, path: readonly string[]) => void;
  readonly text?: (text: string, path: readonly string[]) => void;
  readonly close?: (name: string, path: readonly string[]) => void;
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name, whatever its prefix. */
export function attributeOf(attributes: XmlAttributes, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** Throws AppError `file-invalid`. `format`: what messages call the format. */
export function walkXml(
  text: string,
  { file, format }: { readonly file: string; readonly format: string },
  handlers: XmlHandlers,
): void {
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  let failure: AppError | null = null;
  const refuse = (reason: string): void => {
    failure ??= new AppError('file-invalid', { file, format, reason: `${reason} (line ${parser.line})` });
  };
  parser.on('error', (error) => refuse(error.message.replace(/^(?:.*?:)?\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('opentag', ({ name, attributes }) => {
    if (failure) return;
    path.push(localName(name));
    if (path.length > MAX_DEPTH) refuse('it is nested too deeply');
    else handlers.open?.(path.at(-1)!, attributes, path);
  });
  const onText = (piece: string): void => {
    if (!failure && path.length > 0) handlers.text?.(piece, path);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    if (failure) return;
    handlers.close?.(path.at(-1)!, path);
    path.pop();
  });
  const check = (): void => {
    if (failure) throw failure;
  };
  for (let at = 0; at < text.length; at += SLICE) {
    parser.write(text.slice(at, at + SLICE));
    check();
  }
  parser.close();
  check();
}
