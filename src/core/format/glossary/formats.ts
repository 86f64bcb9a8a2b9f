/** What a glossary can be written as; apart from the writers, so that a list of options loads nothing else. */
export const GLOSSARY_FORMATS = ['csv', 'tbx', 'tbx2'] as const;
export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number];
