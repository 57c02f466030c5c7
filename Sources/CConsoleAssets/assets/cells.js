// Tables and lists of facts by arrow keys, and what the letter C copies.
import { copy } from './dom.js';

const GRIDS = 'table, dl.kv';
const REACHED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** The rows of a table or a list of facts, each with its cells. */
const rowsOf = grid => (grid.localName === 'table' ? [...grid.querySelectorAll('tbody tr')].map(row => [...row.cells]) : [...grid.querySelectorAll('dd')].map(value => [value]));

/** Gives a cell the focus: what it holds that can have it, else the cell itself. */
function enter(cell) {
  const inner = cell.querySelector(REACHED);
  if (!inner && !cell.hasAttribute('tabindex')) cell.tabIndex = -1;
  (inner ?? cell).focus();
}

/** Arrows go from cell to cell; a field keeps those that move in it. */
addEventListener('keydown', event => {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key], { target } = event;
  if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !target.closest) return;
  const grid = target.closest(GRIDS);
  if (!grid || target.closest('input, select, textarea, [role=tree]')) return;
  const rows = rowsOf(grid), at = rows.findIndex(row => row.some(cell => cell.contains(target)));
  const column = at < 0 ? 0 : rows[at].findIndex(cell => cell.contains(target));
  // Several controls of one cell are passed one after the other.
  const inside = at < 0 ? [] : [...rows[at][column].querySelectorAll(REACHED)], next = step[1] && inside[inside.indexOf(target) + step[1]];
  const cell = at < 0 ? (target === grid && step[0] > 0 ? rows[0]?.[0] : null) : rows[at + step[0]]?.[column + step[1]] ?? (step[0] ? rows[at + step[0]]?.at(-1) : null);
  if (!next && !cell) return;
  event.preventDefault();
  if (next) next.focus();
  else enter(cell);
});

/** A cell that is pressed has the focus, so that it can be copied. */
addEventListener('pointerdown', event => {
  const cell = event.target.closest?.('td, dl.kv dd');
  if (cell && !event.target.closest(REACHED) && !cell.hasAttribute('tabindex')) cell.tabIndex = -1;
});

/** The text an element stands for: what it says that it copies, the name of a state, else its words. */
function meaning(node) {
  const { copies } = node;
  if (copies !== undefined) return typeof copies === 'function' ? copies() : copies;
  if (node.dataset?.name) return node.dataset.name;
  // The name of a state's bar or row is told with its status; its words are the name alone.
  const inner = node.matches('[role=tabpanel], [role=tab]') ? document.getElementById(node.getAttribute('aria-controls') ?? node.id)?.querySelector('button.copy') : null;
  if (inner) return meaning(inner);
  return (node.title && node.matches('button.nm') ? node.title : node.innerText ?? node.textContent ?? '').trim();
}

/** Copies what is marked, else what has the focus; says nothing when that is nothing. */
export function copyFocused() {
  const marked = String(getSelection()), node = document.activeElement;
  const text = marked || (!node || node === document.body || node.id === 'page' ? '' : meaning(node));
  if (text) copy(text);
}
