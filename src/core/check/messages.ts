/** The sentences of flags, read from data/messages.txt; a finding becomes a flag here. */
import { fillMessage } from '../errors.ts';
import type { Flag } from '../model.ts';
import type { Finding } from './check.ts';
import text from './data/messages.txt?raw';

export interface Message {
  readonly code: string;
  /** MQM category, e.g. `Accuracy/Omission`. */
  readonly category: string;
  readonly sentence: string;
}

export const readMessages = (file: string): ReadonlyMap<string, Message> => {
  const messages = new Map<string, Message>();
  for (const line of file.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [code = '', category = '', ...sentence] = line.split('|').map((part) => part.trim());
    messages.set(code, { code, category, sentence: sentence.join(' | ') });
  }
  return messages;
};

export const MESSAGES = readMessages(text);

export const toFlag = (finding: Finding): Flag => {
  const message = MESSAGES.get(finding.code);
  if (!message) throw new Error(`no message ${finding.code} in data/messages.txt`);
  const params = finding.params ?? {};
  return {
    check: finding.check,
    category: message.category,
    severity: finding.severity,
    confidence: Math.round(Math.min(1, Math.max(0, finding.confidence)) * 100) / 100,
    source: finding.source,
    target: finding.target,
    sourceSpan: finding.sourceSpan ?? null,
    targetSpan: finding.targetSpan ?? null,
    messageCode: finding.code,
    params,
    message: fillMessage(message.sentence, params),
  };
};

/** The words for a confidence: what people read instead of a figure. */
export const confidenceWord = (confidence: number): 'certain' | 'likely' | 'please-check' =>
  confidence >= 0.85 ? 'certain' : confidence >= 0.65 ? 'likely' : 'please-check';

/** A text cut to fit into a sentence, at a word where there is one. */
export const quote = (text: string, limit = 140): string => {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit).trimEnd()}…`;
};
