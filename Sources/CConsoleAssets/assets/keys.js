// The keyboard: single letters, which can be switched off, and two-letter ways to pages.
import { h, openDialog } from './dom.js';
import { t } from './text.js';

const KEY = 'newel.single-letters';
const shown = [];
const handlers = new Map();
let lead = '';
let leadTimer = 0;

/** Whether single letters do something. */
export const lettersAreOn = () => localStorage.getItem(KEY) !== 'off';

/**
 * Gives keys a meaning: `bind({ f: ['fit the graph', fn], 'g m': […] })`; letters as they are typed, `?` and arrows by their names.
 * Gives a function that takes it back.
 */
export function bind(map) {
  for (const [key, [text, run]] of Object.entries(map)) {
    handlers.set(key, run);
    shown.push([key, text]);
  }
  return () => {
    for (const [key, [text, run]] of Object.entries(map)) {
      if (handlers.get(key) === run) handlers.delete(key);
      const at = shown.findIndex(([other, words]) => other === key && words === text);
      if (at >= 0) shown.splice(at, 1);
    }
  };
}

/** Whether a key is text for a field; one of a dialog that has just closed is none any more. */
const isTyping = target => target.closest?.('input, textarea, select, [contenteditable]') && !target.closest('dialog:not([open])') || document.querySelector('dialog[open]');

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.key.length === 1 && !lettersAreOn() && key !== '?') return;
  const run = handlers.get(lead ? `${lead} ${key}` : key);
  clearTimeout(leadTimer);
  const isLead = !lead && [...handlers.keys()].some(other => other.startsWith(`${key} `));
  lead = isLead && !run ? key : '';
  leadTimer = setTimeout(() => { lead = ''; }, 3000);
  if (!run) return;
  event.preventDefault();
  run(event);
});

/** The sheet of all keys that mean something now. */
export function openSheet() {
  openDialog(t('keys.title'), () => h('.sheet', null,
    h('label.check', null, h('input', { type: 'checkbox', checked: lettersAreOn(), onchange: event => localStorage.setItem(KEY, event.target.checked ? 'on' : 'off') }), ' ', t('keys.single')),
    h('dl.keys', null, [['⌘K', t('keys.palette')], ...shown].map(([key, text]) => h('div', null,
      h('dt', null, key.split(' ').map(part => h('kbd', null, part.length === 1 ? part.toUpperCase() : part))), h('dd', null, text))))));
}
