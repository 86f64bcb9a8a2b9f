/** Hands files of the page (dropped, chosen, pasted) to the host, which gives out a name for each. */
import { api } from './api.ts';

export interface HostFile {
  readonly file: string;
  readonly name: string;
}

const CHUNK = 0x8000;

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
};

export const putFile = async (file: File): Promise<HostFile> =>
  api.files.put({ name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) });

export const putText = async (name: string, text: string): Promise<HostFile> =>
  api.files.put({ name, base64: toBase64(new TextEncoder().encode(text)) });

/** The content of a file that the host made, which comes as text or, where it is no text, in base64. */
export const contentOf = ({
  content,
  encoding,
}: {
  readonly content: string | null;
  readonly encoding: 'utf8' | 'base64';
}): BlobPart =>
  encoding === 'base64'
    ? Uint8Array.from(atob(content ?? ''), (character) => character.charCodeAt(0))
    : (content ?? '');

/** Saves a file through the browser's download. */
export const download = (name: string, content: BlobPart, type = 'application/octet-stream'): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
