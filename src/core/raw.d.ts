/** Data files that are bundled as text: `import words from './data/words.txt?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
