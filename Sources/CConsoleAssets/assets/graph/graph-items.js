/**
 * The items of a Map in its head: `◀ 3 of 40 ▶` and a strip with a tick for each item, drawn on a canvas, so that ten thousand cost one node.
 *
 * A click opens the item under the pointer; where several share a pixel, failed ones come first.
 */
import { h, s as svg } from '../dom.js';
import { t } from '../text.js';
import { countItems } from '../run/history.js';
import { statusWord } from './icons.js';

const COLOURS = { idle: '--line2', running: '--run', succeeded: '--ok', failed: '--bad', aborted: '--off', timedout: '--bad' };
/** Which status wins where several items share a pixel. */
const ORDER = ['idle', 'succeeded', 'aborted', 'running', 'timedout', 'failed'];

/** Buttons and strip are this high, so that they can still be hit, 24 pixels, at the least scale that fitting chooses. */
const TARGET = 34;
/** How high the ticks are in it. */
const TICKS = 16;
/** Where it begins in a Map's box, in that of one which is folded, and the room it takes. */
export const ITEMS_TOP = 36, FOLDED_ITEMS_TOP = 50, ITEMS_HEIGHT = 2 * TARGET;

export class ItemStrip {
  /** @param node the Map's place in the graph @param onPick told which item was chosen */
  constructor(node, onPick) {
    this.onPick = onPick;
    this.width = Math.max(60, node.w - 32);
    this.previous = h('button', { type: 'button', class: 'mini', 'aria-label': t('items.previous'), onclick: () => this.step(-1) }, '◀');
    this.next = h('button', { type: 'button', class: 'mini', 'aria-label': t('items.next'), onclick: () => this.step(1) }, '▶');
    this.text = h('span', { class: 'itemtext' });
    this.worst = h('button', { type: 'button', class: 'mini word', hidden: true, onclick: () => this.pickFailed() });
    this.canvas = h('canvas', { class: 'strip', role: 'slider', tabindex: '0', 'data-map': node.name, 'aria-valuemin': 1, onkeydown: event => this.slide(event), width: this.width * 2, height: 2 * TARGET });
    this.canvas.style.width = `${this.width}px`;
    this.canvas.addEventListener('click', event => {
      const box = this.canvas.getBoundingClientRect();
      this.pickAt((event.clientX - box.x) / box.width);
    });
    const body = h('div', { class: 'items', hidden: true }, h('div', { class: 'itemrow' }, this.previous, this.text, this.next, this.worst), this.canvas);
    for (const name of ['pointerdown', 'dblclick', 'click']) body.addEventListener(name, event => event.stopPropagation());
    this.body = body;
    this.element = svg('foreignObject', { x: node.x + 16, y: node.y + (node.folded ? FOLDED_ITEMS_TOP : ITEMS_TOP), width: this.width, height: ITEMS_HEIGHT, class: 'itembox' }, body);
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.repaint = () => { this.key = undefined; this.paint(this.visit, this.index); };
    this.scheme.addEventListener('change', this.repaint);
  }

  /** Shows the items of a visit, with the one that is looked at. */
  paint(visit, index) {
    this.visit = visit;
    this.index = index;
    const count = visit?.iterations?.size ?? 0, length = Math.max(visit?.length ?? 0, count);
    this.body.hidden = count === 0;
    if (!count) return;
    const counts = countItems(visit), theme = document.documentElement.dataset.theme ?? '';
    const key = `${visit.number}|${index}|${length}|${JSON.stringify(counts)}|${theme}`;
    if (key === this.key) return;
    this.key = key;
    this.text.textContent = t('items.position', { index: index + 1, count: length });
    const failed = counts.failed ?? 0;
    this.worst.hidden = failed === 0;
    this.worst.textContent = t('items.failed', { count: failed });
    this.previous.disabled = index <= 0;
    this.next.disabled = index >= length - 1;
    this.canvas.setAttribute('aria-valuemax', length);
    this.canvas.setAttribute('aria-valuenow', index + 1);
    this.canvas.setAttribute('aria-valuetext', this.text.textContent);
    this.canvas.setAttribute('aria-label', Object.entries(counts).map(([status, n]) => `${statusWord(status)}: ${n}`).join(', '));
    this.drawTicks(length);
  }

  /** The strip is a slider: arrows go an item, Page Up and Page Down a tenth of all, Home and End to the ends. */
  slide(event) {
    const length = Math.max(this.visit?.length ?? 0, this.visit?.iterations?.size ?? 0), tenth = Math.max(1, Math.round(length / 10));
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: tenth, PageDown: -tenth, Home: -length, End: length }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(Math.min(length - 1, Math.max(0, this.index + by)) - this.index);
  }

  drawTicks(length) {
    const pen = this.canvas.getContext('2d');
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    for (const { x, y, width, height, fill } of this.ticks(length)) {
      pen.fillStyle = fill;
      pen.fillRect(x, y, width, height);
    }
  }

  /** What the strip is made of, in the canvas's pixels: a tick for each item, or for those that share one, and the mark of the one that is looked at. */
  ticks(length) {
    const { width } = this.canvas, style = getComputedStyle(this.canvas), height = 2 * TICKS, bottom = TARGET + TICKS;
    const columns = Math.min(length, Math.floor(width / 3)), step = width / columns;
    const worst = new Uint8Array(columns);
    for (const item of this.visit.iterations.values()) {
      const column = Math.min(columns - 1, Math.floor(item.index * columns / length));
      worst[column] = Math.max(worst[column], ORDER.indexOf(item.st));
    }
    const colours = ORDER.map(status => resolved(style, COLOURS[status]));
    const ticks = Array.from(worst, (place, column) => {
      const status = ORDER[place];
      // Height is a second sign beside the colour: what failed stands tallest.
      const tall = status === 'failed' || status === 'timedout' ? height : status === 'idle' ? height * 0.35 : height * 0.7;
      return { x: column * step, y: bottom - tall, width: Math.max(1, step - 1), height: tall, fill: colours[place] };
    });
    return [...ticks, { x: Math.floor(this.index * columns / length) * step, y: bottom - height - 6, width: Math.max(4, step - 1), height: 4, fill: resolved(style, '--accent') }];
  }

  /** The same as a drawing, for a file: without the buttons, which do nothing there; nothing while there are no items. */
  picture() {
    const count = this.visit?.iterations?.size ?? 0;
    if (!count) return null;
    const [x, y] = ['x', 'y'].map(name => Number(this.element.getAttribute(name)));
    const text = (node, place) => {
      const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(node);
      return svg('text', { y: TARGET / 2 + 4, fill: color, 'font-family': fontFamily, 'font-size': fontSize, 'font-weight': fontWeight, ...place }, node.textContent);
    };
    return svg('g', { transform: `translate(${x} ${y})` }, text(this.text, { x: 0 }), this.worst.hidden ? null : text(this.worst, { x: this.width, 'text-anchor': 'end' }),
      svg('g', { transform: `translate(0 ${TARGET}) scale(0.5)` }, this.ticks(Math.max(this.visit.length ?? 0, count)).map(tick => svg('rect', tick))));
  }

  step(by) { this.onPick(Math.max(0, Math.min((this.visit.length ?? 1) - 1, this.index + by))); }

  pickFailed() {
    const failed = [...this.visit.iterations.values()].filter(item => item.st === 'failed').map(item => item.index).sort((a, b) => a - b);
    this.onPick(failed.find(index => index > this.index) ?? failed[0]);
  }

  pickAt(part) {
    const length = Math.max(this.visit.length ?? 0, this.visit.iterations.size), columns = Math.min(length, Math.floor(this.canvas.width / 3));
    const column = Math.min(columns - 1, Math.floor(part * columns));
    const here = [...this.visit.iterations.values()].filter(item => Math.floor(item.index * columns / length) === column);
    const item = here.find(one => one.st === 'failed') ?? here[0];
    if (item) this.onPick(item.index);
  }

  /** Stops following the colour scheme. */
  destroy() { this.scheme.removeEventListener('change', this.repaint); }
}

/** A token's colour as the canvas can paint it: the canvas knows no `light-dark()`. */
function resolved(style, token) {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour || style.color;
}
