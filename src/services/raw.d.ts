/** Texts that are bundled as they are: `import text from '…/coffee.vi.txt?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
