/** Languages without a bundled lexicon: aligned by what the texts show, and better with a lexicon of one's own. */
import { expect, test } from 'vitest';
import { align } from '../../../src/core/align/index.ts';
import { bundledLexicon, lexiconWith } from '../../../src/core/lexicon/index.ts';
import type { Bead } from '../../../src/core/model.ts';
import { cut } from './evidence/texts.ts';

const german = cut('de', [
  'Die Werkstatt am Hafen öffnet um sieben Uhr.',
  'Im Jahr 1954 arbeiteten hier 38 Leute.',
  'Frau Brandt repariert alte Kompasse.',
  'Der Lehrling sucht einen Schraubenzieher.',
  'Niemand weiß, wem die Uhr gehört?',
  'Am 12. März kostete ein Kompass 240 Mark.',
  'Der Hund schläft unter dem Tisch.',
  'Abends spielt Georges auf dem Klavier.',
]);
const french = cut('fr', [
  "L'atelier du port ouvre à sept heures.",
  'En 1954, 38 personnes travaillaient ici.',
  'Madame Brandt répare de vieilles boussoles.',
  'Personne ne sait à qui appartient la montre ?',
  'Le 12 mars, une boussole coûtait 240 marks.',
  'Le chien dort sous la table.',
  'Le soir, Georges joue du piano.',
]);
const shapes = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source}-${bead.target}`);

test('German and French by numbers, names, marks and lengths', () => {
  const { beads } = align({ source: german, target: french, lexicon: bundledLexicon() });
  expect(shapes(beads)).toEqual(['0-0', '1-1', '2-2', '3-', '4-3', '5-4', '6-5', '7-6']);
});

test("a lexicon of one's own for a pair that has none decides where nothing else does", () => {
  const source = cut('de', ['Die Katze schläft.', 'Das Pferd trinkt.', 'Der Vogel singt.']);
  const target = cut('fr', ['Le cheval boit.', "L'oiseau chante."]);
  const own =
    'languages: de | fr\nKatze~ | chat\nPferd~ | cheval\nVogel~ | oiseau\nsing~ | chante\ntrink~ | boit\n';
  const found = (texts: readonly string[]) =>
    shapes(align({ source, target, lexicon: lexiconWith(texts) }).beads);
  expect(found([own])).toEqual(['0-', '1-0', '2-1']);
  expect(found([])).not.toEqual(['0-', '1-0', '2-1']);
});

test('own files lie behind the bundled lexicon, whose concepts keep their numbers', () => {
  const own = lexiconWith(['brulon | Zwuff~ | |\n']);
  const bundled = bundledLexicon();
  expect(own.size).toBe(bundled.size + 1);
  expect(own.mentions('Zwuff', 'de').map(({ concepts }) => concepts)).toEqual([[bundled.size]]);
  expect(own.mentions('Im Haus', 'de')).toEqual(bundled.mentions('Im Haus', 'de'));
});
