/** SQL files that are bundled as text: `import sql from '…/0001-initial.sql?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
