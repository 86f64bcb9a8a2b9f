/** The end of a sentence at the end of a text, with the closing marks and references after it. */
export const SENTENCE_END = /[\p{Sentence_Terminal}…]["”“»«’)\]」』）]*(?:\[\d{1,3}\])*$/u;
