import type { WordChangeView } from '../../../contract/index.ts';

/** A text with what came and what went; `ins` and `del` are read out as such. */
export const Words = ({ words }: { readonly words: readonly WordChangeView[] }) => (
  <>
    {words.map(({ kind, text }, index) => {
      // biome-ignore-start lint/suspicious/noArrayIndexKey: stretches of a text have no other name
      if (kind === 'added') return <ins key={index}>{text}</ins>;
      if (kind === 'removed') return <del key={index}>{text}</del>;
      return <span key={index}>{text}</span>;
      // biome-ignore-end lint/suspicious/noArrayIndexKey: stretches of a text have no other name
    })}
  </>
);
