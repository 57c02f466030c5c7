/** Dividers between the parts of a page: dragged or moved by arrow keys, their places kept for the next visit. */
import { h } from '../dom.js';
import { t } from '../text.js';

const KEY = 'newel.splitters';
const LIMITS = { pane: [280, 900], drawer: [90, 700] };
const FIRST = { pane: 430, drawer: 232 };
const STEP = 24;

/** Puts a divider beside the pane and one above the drawer. Gives a function that takes them away. */
export function splitters(columns) {
  let sizes = { ...FIRST };
  try { sizes = { ...sizes, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }; } catch { /* A place that cannot be read is the first one. */ }
  const made = [divider(columns, 'pane', 'vertical', sizes), divider(columns, 'drawer', 'horizontal', sizes)];
  columns.append(...made);
  return () => made.forEach(one => one.remove());
}

function divider(columns, name, orientation, sizes) {
  const [least, most] = LIMITS[name], isVertical = orientation === 'vertical';
  const bar = h('div', { class: `splitter ${name}`, role: 'separator', tabindex: '0', 'aria-orientation': orientation, 'aria-label': t(`splitter.${name}`), 'aria-valuemin': least, 'aria-valuemax': most });
  const set = (size, isKept = true) => {
    const box = columns.getBoundingClientRect(), room = (isVertical ? box.width : box.height) - 160;
    sizes[name] = Math.round(Math.max(least, Math.min(most, room > least ? room : most, size)));
    columns.style.setProperty(`--${name}`, `${sizes[name]}px`);
    bar.setAttribute('aria-valuenow', String(sizes[name]));
    if (isKept) localStorage.setItem(KEY, JSON.stringify(sizes));
  };
  bar.addEventListener('pointerdown', event => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  bar.addEventListener('pointermove', event => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const box = columns.getBoundingClientRect();
    set(isVertical ? box.right - event.clientX : box.bottom - event.clientY);
  });
  bar.addEventListener('dblclick', () => set(FIRST[name]));
  bar.addEventListener('keydown', event => {
    const by = { ArrowLeft: isVertical ? 1 : 0, ArrowRight: isVertical ? -1 : 0, ArrowUp: isVertical ? 0 : 1, ArrowDown: isVertical ? 0 : -1 }[event.key];
    if (event.key === 'Home') set(least);
    else if (event.key === 'End') set(most);
    else if (by) set(sizes[name] + by * STEP);
    else return;
    event.preventDefault();
  });
  set(sizes[name], false);
  return bar;
}
