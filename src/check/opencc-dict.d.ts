declare module 'opencc-js/dict/*' {
  /** `from to1 to2|from to …` */
  const entries: string;
  export default entries;
}
