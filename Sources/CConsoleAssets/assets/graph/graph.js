/**
 * Draws a definition as a graph, and paints what a run made of it.
 *
 * `set` places and draws, `paint` only changes what differs; a graph without a picture (`plain`) shows the definition alone.
 */
import { s as svg } from '../dom.js';
import { t } from '../text.js';
import { layout, pathOf } from './layout.js';
import { span } from '../format.js';
import { toGraph, describe, kindOf, lanesOf, patternOf, START } from './asl.js';
import { tintOf, STATUS_SIGNS, statusWord } from './icons.js';
import { Faces, LINE_LEFT, lineRight } from './graph-faces.js';
import { GraphView } from './graph-view.js';
import { fit, widthOf } from './graph-text.js';
import { ITEMS_HEIGHT, ITEMS_TOP, ItemStrip } from './graph-items.js';
import { nextTry } from '../run/history.js';

const LABEL_MAX = 240;
/** How wide a state's box is, as its name and the line below it need. */
const WIDTH_LEAST = 196, WIDTH_MOST = 330;
/** A container's head; in a run a Map's holds the item picker under its name. */
const HEAD = 44, HEAD_WITH_ITEMS = ITEMS_TOP + ITEMS_HEIGHT + 2;

/** Screen pixels that Shift and an arrow move the picture by. */
const PAN = 60;

export class Graph {
  /**
   * @param host the element that is drawn in
   * @param options `label` names the graph; `plain` shows no statuses; `onSelect(path)` and `onPick(path, index)` tell what the user chose,
   * `onPan()` that the user moved the picture
   */
  constructor(host, { label, plain = false, onSelect, onPick, onPan } = {}) {
    Object.assign(this, { host, plain, onSelect, onPick, selected: null, folded: new Set(), nodes: new Map(), edges: [], strips: new Map(), faces: new Faces(this) });
    this.svg = svg('svg', { class: 'graph', role: 'group', 'aria-label': label ?? t('graph.label') });
    this.content = svg('g');
    this.svg.append(this.arrows(), this.content);
    host.prepend(this.svg);
    this.view = new GraphView(this, onPan);
    this.svg.addEventListener('keydown', event => this.key(event));
    this.svg.addEventListener('click', event => {
      const node = event.target.closest?.('.node[data-id]');
      if (node && this.nodes.has(node.dataset.id)) this.select(node.dataset.id, true);
      else if (!this.view.hasPanned) this.select(null, true);
    });
    this.svg.addEventListener('dblclick', event => {
      const node = event.target.closest?.('.node[data-id]');
      if (node) this.toggle(node.dataset.id);
    });
  }

  /** Draws another definition. What is folded stays so. */
  set(definition, { folded } = {}) {
    this.definition = definition;
    if (folded) this.folded = folded;
    const style = getComputedStyle(document.body), root = getComputedStyle(document.documentElement);
    this.fonts = { name: `600 13px ${style.fontFamily}`, line: `11.5px ${style.fontFamily}`, label: `11px ${root.getPropertyValue('--mono') || 'monospace'}` };
    this.placed = layout(this.graphOf(definition));
    // Before there is anything new to lay out: the size of the host does not depend on what is drawn.
    this.view.measure();
    this.draw();
    if (this.view.isAutomatic) this.view.fit();
  }

  graphOf(definition) {
    const size = (name, state, path) => {
      const hasItems = state.Type === 'Map' && !this.plain;
      const w = Math.round(Math.min(WIDTH_MOST, Math.max(WIDTH_LEAST, widthOf(name, this.fonts.name) + 92, widthOf(describe(state, t), this.fonts.line) + LINE_LEFT + lineRight(this.plain) + 1)));
      return { w: hasItems ? Math.max(w, 290) : w, h: hasItems && this.folded.has(path) ? 54 + ITEMS_HEIGHT : 54, pad: this.padOf(state) };
    };
    return toGraph(definition, { size, folded: this.folded, measure: text => Math.min(LABEL_MAX, widthOf(text, this.fonts.label)) });
  }

  padOf(state) {
    return { t: state.Type === 'Map' && !this.plain ? HEAD_WITH_ITEMS : HEAD, x: 16, b: 16, gap: 16 };
  }

  arrows() {
    const heads = [['a', 'arrow'], ['aok', 'arrow ok'], ['arun', 'arrow run'], ['acatch', 'arrow catch']];
    return svg('defs', {}, heads.map(([id, kind]) => svg('marker', {
      id, viewBox: '0 0 8 8', refX: 6.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse', markerUnits: 'userSpaceOnUse',
    }, svg('path', { class: kind, d: 'M.5.8 7 4 .5 7.2 2 4z' }))));
  }

  draw() {
    const { nodes, edges } = this.placed;
    this.nodes = new Map();
    this.edges = [];
    for (const strip of this.strips.values()) strip.destroy();
    this.strips = new Map();
    const lanes = svg('g'), lines = svg('g'), boxes = svg('g'), over = svg('g', { class: 'over' });
    for (const edge of edges) lines.append(this.drawEdge(edge));
    const containers = nodes.filter(node => node.lanes), rest = nodes.filter(node => !node.lanes);
    for (const node of containers) lanes.append(this.drawContainer(node));
    for (const node of rest) boxes.append(node.type ? this.drawPill(node) : this.drawState(node));
    this.content.replaceChildren(lanes, lines, boxes, over);
    for (const { node } of this.nodes.values()) if ((node.lanes || node.folded) && node.state.Type === 'Map' && !this.plain) over.append(this.drawItems(node));
    if (this.selected !== null && !this.nodes.has(this.selected)) this.selected = null;
    this.paint(this.picture, this.now);
    this.faces.draw();
  }

  drawEdge(edge) {
    const path = svg('path', { d: pathOf(edge), 'marker-end': 'url(#a)' });
    const group = svg('g', { class: `edge ${edge.kind}`, 'data-from': edge.from, 'data-to': edge.to, 'aria-hidden': 'true' }, path);
    if (edge.label) {
      const { x, y, w, h, text } = edge.label;
      group.append(svg('title', {}, text), svg('rect', { x, y, width: w, height: h, rx: 10 }),
        svg('text', { x: x + w / 2, y: y + h / 2 + 3.8, 'text-anchor': 'middle' }, fit(text, w - 14, this.fonts.label)));
    }
    this.edges.push({ group, path, edge });
    return group;
  }

  drawPill(node) {
    const group = svg('g', { class: `node term plain ${node.type.toLowerCase()}`, transform: `translate(${node.x} ${node.y})`, 'data-pill': node.type, 'aria-hidden': 'true' },
      svg('rect', { class: 'box', width: node.w, height: node.h, rx: node.h / 2 }),
      svg('text', { x: node.w / 2, y: node.h / 2 + 4.2, 'text-anchor': 'middle' }, t(`graph.${node.type.toLowerCase()}`)));
    if (node.type !== 'Empty') this[node.type === 'Start' ? 'startPill' : 'endPill'] = group;
    return group;
  }

  drawState(node) { return this.frame(node); }

  drawContainer(node) {
    const group = this.frame(node);
    for (const lane of node.lanes) {
      group.append(svg('rect', { class: 'lane', x: lane.x - node.x - 8, y: lane.y - node.y - 6, width: lane.w + 16, height: lane.h + 12, rx: 9 }));
    }
    return group;
  }

  /** A state's box, which has its place and its name; its face is drawn when it comes into sight. */
  frame(node) {
    const group = svg('g', {
      class: node.lanes ? 'node cont' : 'node', transform: `translate(${node.x} ${node.y})`, role: 'button', tabindex: '-1',
      'data-id': node.id, 'data-name': node.name, 'data-k': tintOf(kindOf(node.state)),
    }, svg('rect', { class: 'box', width: node.w, height: node.h, rx: 10 }));
    this.nodes.set(node.id, { group, node, time: null });
    return group;
  }

  drawItems(node) {
    const strip = new ItemStrip(node, index => this.onPick?.(node.id, index));
    this.strips.set(node.id, strip);
    return strip.element;
  }

  /**
   * Shows a picture of a run, from `pictureOf`.
   *
   * @param now the time that open visits have lasted to
   */
  paint(picture, now = Date.now()) {
    this.picture = picture;
    this.now = now;
    this.anchor = this.selected ?? this.nodes.keys().next().value;
    for (const [id, shown] of this.nodes) this.paintNode(id, shown, picture?.visits.get(id), this.anchor);
    for (const { group, path, edge } of this.edges) {
      const key = edgeKey(edge), isTaken = picture?.taken.has(key) ?? false, isHot = picture?.hot.has(key) ?? false;
      const state = isHot ? 'hot' : isTaken ? 'taken' : '';
      if (group.dataset.state === state) continue;
      group.dataset.state = state;
      group.classList.toggle('taken', isTaken && !isHot);
      group.classList.toggle('hot', isHot);
      path.setAttribute('marker-end', `url(#${isHot ? 'arun' : !isTaken ? 'a' : edge.kind === 'catch' ? 'acatch' : 'aok'})`);
    }
    this.startPill?.classList.toggle('on', Boolean(picture?.taken.size));
    this.endPill?.classList.toggle('on', [...picture?.taken ?? []].some(key => key.endsWith('>end')));
    for (const [id, strip] of this.strips) strip.paint(picture?.visits.get(id), picture?.items.get(id));
  }

  /** Paints one state anew. */
  paintAgain(id) { this.paintNode(id, this.nodes.get(id), this.picture?.visits.get(id), this.anchor); }

  paintNode(id, shown, visit, anchor) {
    const { group, node, time } = shown, status = visit?.st ?? 'idle', tries = visit?.tries.length ?? 0;
    const spent = visit ? lasted(visit, this.now) : '';
    // What backs off says when it goes on, as far as the definition tells.
    const next = status === 'retrying' ? nextTry(node.state, visit) : null, left = next === null ? null : shortly(next - this.now);
    const word = left !== null ? `×${tries}  ↻ ${left}` : tries > 1 ? `×${tries}  ${spent}` : spent;
    const isSelected = id === this.selected, key = `${status}|${word}|${isSelected}|${id === anchor}|${this.plain}`;
    if (shown.key === key) return;
    if (time && shown.sign !== status) {
      const pip = group.querySelector('.pg');
      shown.sign = status;
      pip.replaceChildren();
      if (!this.plain && status !== 'idle') {
        pip.append(svg('circle', { class: status === 'waiting' ? 'pip pulse' : 'pip', cx: 7.5, cy: 7.5, r: 7.5 }),
          svg('g', { transform: 'translate(2.5 2.5)' }, svg('path', {
            class: status === 'running' || status === 'retrying' ? 'pi spin' : 'pi', d: STATUS_SIGNS[status],
          })));
      }
    }
    shown.key = key;
    group.dataset.st = this.plain ? 'plain' : status;
    group.classList.toggle('plain', this.plain);
    if (time) time.textContent = this.plain ? '' : word;
    const name = [node.name, describe(node.state, t), patternOf(node.state, t)];
    if (!this.plain) name.push(statusWord(status), spent, tries > 1 ? t('graph.attempts', { count: tries }) : '', left === null ? '' : t('graph.next', { span: left }));
    group.setAttribute('aria-label', name.filter(Boolean).join(', '));
    group.setAttribute('aria-pressed', String(isSelected));
    group.setAttribute('tabindex', id === anchor ? '0' : '-1');
  }

  /** Selects a state by path, or none; `tells` when the user did it. */
  select(id, tells = false) {
    this.selected = id !== null && this.nodes.has(id) ? id : null;
    this.paint(this.picture, this.now);
    if (tells) this.onSelect?.(this.selected);
  }

  /** Folds or unfolds a container. */
  toggle(id) {
    const node = this.nodes.get(id)?.node;
    if (!node || !lanesOf(node.state).length) return;
    if (!this.folded.delete(id)) this.folded.add(id);
    this.set(this.definition);
  }

  key(event) {
    const id = document.activeElement?.closest?.('.node')?.dataset.id, current = this.nodes.get(id);
    if (event.target.closest?.('foreignObject') || !current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.select(id, true);
      return;
    }
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key], right = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!down && !right) return;
    event.preventDefault();
    if (event.shiftKey) return this.view.pan(-(right ?? 0) * PAN, -(down ?? 0) * PAN);
    const next = this.neighbour(current.node, down, right);
    if (next) this.focus(next.id);
  }

  /** The state nearest in a direction. */
  neighbour(from, down, right) {
    const middle = node => [node.x + node.w / 2, node.y + (node.lanes ? 27 : node.h / 2)];
    const [x, y] = middle(from);
    let best = null, least = Infinity;
    for (const { node } of this.nodes.values()) {
      if (node === from) continue;
      const [a, b] = middle(node), along = down ? (b - y) * down : (a - x) * right;
      if (along < 8) continue;
      const distance = along + (down ? Math.abs(a - x) * 2 : Math.abs(b - y) * 3);
      if (distance < least) [best, least] = [node, distance];
    }
    return best;
  }

  /** Moves the keyboard to a state and brings it into view. */
  focus(id) {
    const shown = this.nodes.get(id);
    if (!shown) return;
    for (const { group } of this.nodes.values()) if (group.getAttribute('tabindex') === '0') group.setAttribute('tabindex', '-1');
    shown.group.setAttribute('tabindex', '0');
    shown.key = undefined;
    this.view.reveal(shown.node);
    shown.group.focus({ preventScroll: true });
  }

  /** Ends the drawing; the host is empty again. */
  destroy() {
    this.view.destroy();
    for (const strip of this.strips.values()) strip.destroy();
    this.svg.remove();
  }
}

/** What is left, as short as there is room for. */
const shortly = ms => (ms >= 60_000 ? `${Math.ceil(ms / 60_000)} min` : `${Math.ceil(Math.max(0, ms) / 1_000)} s`);

const lasted = (visit, now) => span((visit.to ?? now) - visit.from);

function edgeKey(edge) {
  if (edge.kind === 'end') return `${edge.from}>end`;
  if (edge.kind === 'start') return `${START}>${edge.to}`;
  return `${edge.from}>${edge.to}${edge.kind === 'catch' ? '!' : ''}`;
}
