// ⌘K: machines, runs, pages and actions in one list.
import { get } from './api.js';
import { h, openDialog, put } from './dom.js';
import { runPath, to } from './place.js';
import { t } from './text.js';

const providers = new Set();

/** Adds a source of entries: a function that gives `[{ kind, text, run }]`. Gives a function that takes it back. */
export function provide(provider) {
  providers.add(provider);
  return () => providers.delete(provider);
}

async function everything(go) {
  const entries = [...providers].flatMap(provider => provider());
  for (const [path, key] of [['/', 'machines'], ['/search', 'search'], ['/approvals', 'approvals'], ['/handlers', 'handlers'], ['/queues', 'queues'], ['/topics', 'topics'], ['/stacks', 'stacks']]) {
    entries.push({ kind: t('palette.page'), text: t(`nav.${key}`), run: () => go(to(path)) });
  }
  entries.push({ kind: t('palette.action'), text: t('machines.create'), run: () => go(to('/new')) });
  const { machines } = await get('machines').catch(() => ({ machines: [] }));
  for (const machine of machines) {
    entries.push({ kind: t('palette.machine'), text: machine.name, run: () => go(to(`/machines/${encodeURIComponent(machine.name)}`)) });
    for (const run of machine.runs ?? []) entries.push({ kind: t('palette.run'), text: `${machine.name} / ${run.name}`, run: () => go(to(runPath(run.machine, run.name))) });
  }
  return entries;
}

/** Opens the palette. */
export async function openPalette(go) {
  if (document.querySelector('dialog[open]')) return;
  let all = [];
  let found = [];
  let at = 0;
  const list = h('ul.results', { role: 'listbox', id: 'palette-list', 'aria-label': t('palette.title') });
  const input = h('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', 'aria-label': t('palette.title'), placeholder: t('palette.hint'), autocomplete: 'off' });
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = all.filter(entry => words.every(word => `${entry.kind} ${entry.text}`.toLowerCase().includes(word))).slice(0, 40);
    at = Math.min(at, Math.max(0, found.length - 1));
    put(list, found.length ? found.map((entry, index) => h('li', { role: 'option', id: `palette-${index}`, 'aria-selected': String(index === at), onclick: () => choose(index) }, h('span', null, entry.text), h('small', null, entry.kind)))
      : h('li.none', { role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true' }, t('palette.none')));
    if (found.length) input.setAttribute('aria-activedescendant', `palette-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  let shut = () => {};
  const choose = index => { shut(); found[index]?.run(); };
  input.addEventListener('input', () => { at = 0; show(); });
  input.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { at = (at + step + found.length) % Math.max(1, found.length); show(); event.preventDefault(); }
    if (event.key === 'Enter') { choose(at); event.preventDefault(); }
  });
  openDialog(t('palette.title'), close => { shut = close; return h('.palette', null, input, list); });
  input.focus();
  all = await everything(go);
  show();
}
