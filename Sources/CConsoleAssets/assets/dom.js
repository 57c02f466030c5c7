// Elements without markup from data: text is always text.
import { ago } from './format.js';
import { t } from './text.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Does what an element does at an event. */
function act(event) { return this.acts[event.type]?.call(this, event); }

/** Says what an element does, by the names of events, in place of what it did. */
export function setActs(node, acts) {
  for (const type of Object.keys(acts ?? {})) if (!node.acts || !(type in node.acts)) node.addEventListener(type, act);
  node.acts = node.acts || acts ? { ...Object.fromEntries(Object.keys(node.acts ?? {}).map(type => [type, undefined])), ...acts } : undefined;
}

/** Sets what an element has: listeners (`onclick`), properties that are no attributes, attributes; `null` and `false` leave one out. `key` and `source` are for `redraw`, `copies` is what the letter C copies of it: a text, or a function that gives it. */
function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) {
      (node.acts ??= {})[name.slice(2)] = value;
      node.addEventListener(name.slice(2), act);
    }
    else if (name === 'style') for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
    else if (['key', 'source', 'copies', 'value', 'checked', 'selected', 'indeterminate', 'hidden', 'disabled'].includes(name)) node[name] = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

/** Children as nodes: nodes, texts, numbers, lists of them; `null` and `false` are left out. */
export const flat = children => [children].flat(Infinity).filter(child => child !== null && child !== undefined && child !== false)
  .map(child => (child instanceof Node ? child : document.createTextNode(String(child))));

/** Appends children. */
export function add(node, children) {
  node.append(...flat(children));
  return node;
}

/** An element: `h('button.btn.primary', { onclick }, 'Start')`. */
export function h(name, properties, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length) node.className = classes.join(' ');
  if (properties instanceof Node || typeof properties === 'string' || Array.isArray(properties)) return fill(node, null, [properties, ...children]);
  return fill(node, properties, children);
}

/** An element of a drawing. */
export function s(name, properties, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElementNS(SVG, tag);
  if (classes.length) node.setAttribute('class', classes.join(' '));
  return fill(node, properties, children);
}

/** Puts children in the place of what a node has. */
export function put(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** Strokes of the icons, in a square of 16. */
const ICONS = {
  check: 'M3.5 8.5l3 3 6-7', cross: 'M4 4l8 8M12 4l-8 8', clock: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2 1.3', pause: 'M6 4v8M10 4v8', dash: 'M4 8h8',
  bang: 'M8 3.5v5.5M8 12v.01', arc: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5', copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7', search: 'M7 2.5a4.5 4.5 0 1 0 .01 0M10.5 10.5l3 3',
  lambda: 'M4 3h2l6 10M7.5 6.5L4.5 13', queue: 'M3 4.5h10M3 8h10M3 11.5h10', topic: 'M3 6.5v3h2l5 3v-9l-5 3zM12.5 6v4', machine: 'M3 3h4v4h6M7 7v5h6', role: 'M8 2.5l5 2v3.5c0 3-2.2 4.7-5 5.5-2.8-.8-5-2.5-5-5.5v-3.5z',
  link: 'M3 8h10M9 4l4 4-4 4', theme: 'M8 2.5v11a5.5 5.5 0 0 0 0-11M8 2.5a5.5 5.5 0 0 0 0 11', plus: 'M8 3.5v9M3.5 8h9', external: 'M6 3.5h6.5V10M12 4L4 12',
};

/** An icon; it says nothing to those who cannot see it. */
export function icon(name, className = '') {
  return s('svg', { viewBox: '0 0 16 16', width: 14, height: 14, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', class: `icon ${className}` }, s('path', { d: ICONS[name] ?? ICONS.dash }));
}

/** How each status looks: the family of its colours and its icon. Words are in the tables of texts. */
export const STATUS = {
  IDLE: ['idle', 'dash'], RUNNING: ['running', 'arc'], RETRYING: ['running', 'arc'], WAITING: ['waiting', 'pause'], SUCCEEDED: ['succeeded', 'check'], FAILED: ['failed', 'cross'],
  TIMED_OUT: ['failed', 'clock'], ABORTED: ['cancelled', 'dash'], CAUGHT: ['caught', 'bang'], PENDING_REDRIVE: ['waiting', 'clock'],
};

/** How something stands: the family of its colours, an icon, words. */
export const sign = (family, mark, words, properties) => h('span.chip', { 'data-st': family, ...properties }, icon(mark, mark === 'arc' ? 'spin' : ''), h('span', null, words));

/** A status as colour, icon and word. */
export function chip(status, detail = '') {
  const [family, mark] = STATUS[status] ?? STATUS.IDLE;
  return sign(family, mark, [t(`status.${status}`), detail && ` ${detail}`], { 'data-status': status });
}

/** How long ago something was; as long as it is shown, it goes on with the time (`passTime`). */
export const since = ms => (ms === null || ms === undefined ? ago(ms) : h('time', { datetime: new Date(ms).toISOString(), 'data-since': ms }, ago(ms)));

/** Has everything that says how long ago it was say so of this moment. */
export function passTime() {
  for (const node of document.querySelectorAll('time[data-since]')) {
    const text = ago(Number(node.dataset.since));
    if (node.textContent !== text) node.textContent = text;
  }
}

/** A button that copies a text, or what a function gives; `label` says what, `words` stand on it. */
export function copyButton(text, label = t('copy'), words = t('copy')) {
  return h('button.copy', { type: 'button', copies: text, 'aria-label': label, title: label, onclick: event => { event.stopPropagation(); copy(typeof text === 'function' ? text() : text); } }, icon('copy'), h('span', null, words));
}

/** Puts a text on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Over plain HTTP from another machine there is no clipboard to write to: the old way is.
    const field = h('textarea.sr', { value: text });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  say(t('copied'));
}

/** Tells those who cannot see, and shows it for a moment to those who can. */
export function say(text, kind = '') {
  const place = document.getElementById('say');
  if (!place) return;
  place.className = `toast ${kind}`;
  place.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { place.textContent = ''; }, kind === 'bad' ? 8000 : 3000);
}

/** Words for a failure. */
export function sayError(error) { say(error.message ?? String(error), 'bad'); }

/**
 * A dialog that closes with Escape and gives focus back. `body` gets a function that closes it.
 * Gives the dialog's element.
 */
export function openDialog(title, body, { wide = false } = {}) {
  const before = document.activeElement;
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', class: wide ? 'wide' : null });
  const close = () => dialog.close();
  const content = h('div', null, body(close));
  add(dialog, [h('header', null, h('h2', { id: 'dialog-title' }, title), h('button.btn.ghost', { type: 'button', 'aria-label': t('close'), onclick: close }, icon('cross'))), content]);
  dialog.addEventListener('close', () => {
    // The browser has given the focus back already: whoever has gone on since is not fetched back.
    const isLost = !document.activeElement || document.activeElement === document.body || dialog.contains(document.activeElement);
    dialog.remove();
    if (isLost) before?.focus?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  // What the dialog asks for comes first, not the button that leaves it.
  content.querySelector('input, textarea, select, button')?.focus();
  return dialog;
}

/** A field with its label. */
export function field(label, control, hint) {
  const id = control.id || `f${(field.count = (field.count ?? 0) + 1)}`;
  control.id = id;
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return h('.field', null, h('label', { for: id }, label), control, hint && h('p.hint', { id: `${id}-hint` }, hint));
}

/** Tabs by arrow keys: `[[id, label, render(panel)]]`. Gives the element and a function that selects. */
export function tabs(label, list, selected, changed = () => {}) {
  const panel = h('.panel', { role: 'tabpanel', id: `panel-${list[0][0]}`, tabindex: 0 });
  const buttons = list.map(([id, text]) => h('button', { role: 'tab', type: 'button', id: `tab-${id}`, 'aria-controls': panel.id, onclick: () => select(id) }, text));
  const bar = h('.tabs', { role: 'tablist', 'aria-label': label, onkeydown: event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
    select(list[next][0]);
    buttons[next].focus();
    event.preventDefault();
  } }, buttons);
  function select(id) {
    list.forEach(([other], index) => { buttons[index].setAttribute('aria-selected', other === id); buttons[index].tabIndex = other === id ? 0 : -1; });
    panel.setAttribute('aria-labelledby', `tab-${id}`);
    put(panel);
    list.find(([other]) => other === id)?.[2](panel);
    changed(id);
  }
  select(list.some(([id]) => id === selected) ? selected : list[0][0]);
  return { bar, panel, select };
}
