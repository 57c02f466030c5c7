// Every text of the interface, from one table per language.
import en from './texts.en.js';
import ko from './texts.ko.js';
import enRun from './texts.en.run.js';
import koRun from './texts.ko.run.js';

const TABLES = { en: { ...en, ...enRun }, ko: { ...ko, ...koRun } };
const KEY = 'newel.language';

/** The languages there are, each by its own name. */
export const LANGUAGES = { en: 'English', ko: '한국어' };

/** The language in use: the person's choice, else what the browser asked for. */
export function language() {
  const chosen = localStorage.getItem(KEY);
  return TABLES[chosen] ? chosen : TABLES[document.documentElement.dataset.asked] ? document.documentElement.dataset.asked : 'en';
}

/** Chooses a language; the page is drawn anew by whoever calls. */
export function setLanguage(code) { localStorage.setItem(KEY, code); }

/** A text; `{name}` stands for a value. A text that a table lacks is English, and one that nobody has is its key. */
export function t(key, values) {
  const text = TABLES[language()][key] ?? TABLES.en[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '') : text;
}

/** All tables, for the test that they have the same keys. */
export const tables = TABLES;
