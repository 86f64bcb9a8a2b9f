/** Languages that can be named for a text, in their own words. */
export const LANGUAGES: readonly { readonly lang: string; readonly name: string }[] = [
  { lang: 'vi', name: 'Tiếng Việt' },
  { lang: 'de', name: 'Deutsch' },
  { lang: 'ru', name: 'Русский' },
  { lang: 'zh', name: '中文' },
  { lang: 'en', name: 'English' },
];
