/** Terms to tint in sentences: those of the project's glossary, and of the shipped termbase; what they mean in the other languages. */
import { type GlossaryConcept, indexGlossary, termbase } from '../core/check/index.ts';
import { baseLanguage } from '../core/text/index.ts';

interface TermTint {
  readonly start: number;
  readonly end: number;
  readonly kind: 'term';
  readonly value: string;
}
export interface TermTints {
  ofProject(text: string, lang: string): TermTint[];
  ofTermbase(text: string, lang: string): TermTint[];
}

const TERMBASE_LANGS = ['vi', 'de', 'ru', 'zh'];
/** Stems as a dictionary writes them: `strategisch~` is strategisch-. */
const sayForm = (form: string): string => form.replace(/[~*]/gu, '-');

export const createTermTints = (glossary: readonly GlossaryConcept[]): TermTints => {
  const index = indexGlossary(glossary);
  return {
    ofProject: (text, lang) =>
      index.mentions(text, lang).map(({ start, end, terms }) => {
        const [term] = terms;
        const preferred = (glossary[term!.concept]?.terms ?? []).filter(
          ({ status }) => status === 'preferred',
        );
        const isForbidden = terms.every(({ status }) => status === 'forbidden');
        const said = preferred
          .filter((one) => isForbidden || baseLanguage(one.lang) !== baseLanguage(lang))
          .map((one) => `${one.lang} ${one.text}`);
        const sign = isForbidden ? ['✗'] : [];
        return { start, end, kind: 'term', value: [...sign, ...said].join(' · ') || term!.text };
      }),
    ofTermbase: (text, lang) =>
      termbase()
        .mentions(text, lang)
        .map(({ start, end, concepts }) => {
          const said = TERMBASE_LANGS.filter((one) => one !== baseLanguage(lang)).flatMap((one) => {
            const [form] = termbase().forms(concepts[0]!, one);
            return form === undefined ? [] : [`${one} ${sayForm(form)}`];
          });
          return { start, end, kind: 'term', value: said.join(' · ') };
        }),
  };
};
