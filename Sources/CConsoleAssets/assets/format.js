// Times, spans and sizes in words.
import { language, t } from './text.js';

/** A span of milliseconds: `514 ms`, `1.77 s`, `3 min 20 s`. */
export function span(ms) {
  if (ms === null || ms === undefined) return '';
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59950) return `${(ms / 1000).toFixed(ms < 9995 ? 2 : 1)} s`;
  const seconds = Math.round(ms / 1000), minutes = Math.round(ms / 60000);
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A time of the day with its date. */
export function time(ms) {
  if (ms === null || ms === undefined) return '–';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(ms);
}

/** How long ago, in words of this moment; `since` of dom.js goes on with the time. */
export function ago(ms) {
  if (ms === null || ms === undefined) return t('never');
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const seconds = (ms - Date.now()) / 1000;
  for (const [unit, length] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return words.format(Math.trunc(seconds), 'second');
}

/** A number of bytes. */
export function bytes(count) {
  for (const [unit, size] of [['MB', 1 << 20], ['KB', 1 << 10]]) if (count >= size) return `${(count / size).toFixed(1)} ${unit}`;
  return `${count} B`;
}
