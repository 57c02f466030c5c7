/** The graph of Design mode: states are dragged from the palette and on the graph, moved, named and deleted by mouse and by keyboard. */
import { h, say } from '../dom.js';
import { t } from '../text.js';
import { Graph } from '../graph/graph.js';
import { Slots } from './slots.js';

export class Canvas {
  /** @param on `select(path)`, `drop(item, place)`, `move(path, place)`, `rename(path, name)` */
  constructor(on) {
    this.on = on;
    const tool = (text, label, act) => h('button', { type: 'button', 'aria-label': label, title: label, onclick: act }, text);
    this.broken = h('p', { class: 'brokenmark', hidden: true });
    this.element = h('section', { class: 'canvas', 'aria-label': t('graph.section') }, this.broken, h('div', { class: 'tools' }, h('div', { class: 'grp' }, tool('−', t('graph.zoomOut'), () => this.graph.view.zoom(1 / 1.2)), tool('⤢', t('graph.fit'), () => this.graph.view.fit()), tool('+', t('graph.zoomIn'), () => this.graph.view.zoom(1.2)))));
  }

  begin() {
    this.graph = new Graph(this.element, { plain: true, label: t('studio.graph'), onSelect: path => this.on.select(path) });
    let drag = null;
    this.graph.svg.addEventListener('pointerdown', event => {
      const node = event.target.closest('.node[data-id]');
      if (node && event.button === 0 && this.graph.nodes.has(node.dataset.id)) drag = { path: node.dataset.id, name: node.dataset.name, x: event.clientX, y: event.clientY, id: event.pointerId };
    });
    this.graph.svg.addEventListener('pointermove', event => {
      if (!drag || event.pointerId !== drag.id) return;
      if (!drag.isOn) {
        if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 6) return;
        drag.isOn = true;
        this.graph.svg.setPointerCapture(drag.id);
        this.beginDrag(drag.name);
      }
      this.moveDrag(event);
    });
    const end = event => {
      const { path, isOn } = drag ?? {};
      drag = null;
      if (!isOn) return;
      const place = this.endDrag(event.type === 'pointerup');
      if (place) this.on.move(path, place);
    };
    this.graph.svg.addEventListener('pointerup', end);
    this.graph.svg.addEventListener('pointercancel', end);
    this.graph.svg.addEventListener('dblclick', event => {
      const node = event.target.closest('.node[data-id]');
      if (node && !node.classList.contains('cont')) this.askName(node.dataset.id);
    });
    this.onKey = event => {
      if (!this.slots) return;
      if (event.key === 'Escape') {
        drag = null;
        this.endDrag(false);
        event.stopPropagation();
      } else if (this.chosen) this.choose(event);
    };
    addEventListener('keydown', this.onKey, true);
  }

  /** Shows a document; one that cannot be read leaves the last picture, dimmed. */
  show(document) {
    this.broken.hidden = !document.error;
    this.element.classList.toggle('stale', Boolean(document.error));
    if (document.error) {
      this.broken.textContent = t('studio.stale', { line: document.error.line ?? 1 });
      return;
    }
    if (this.shown === document.definition) return;
    const isFirst = !this.shown;
    this.shown = document.definition;
    this.graph.set(document.definition);
    if (isFirst) this.graph.view.fit();
  }

  select(path) {
    this.graph.select(path);
    const node = this.graph.nodes.get(path)?.node;
    if (node) this.graph.view.reveal(node);
  }

  /** Dragging from the palette. */
  drag({ item, event, phase }) {
    if (phase === 'begin') this.beginDrag(item.title);
    else if (phase === 'move') this.moveDrag(event);
    else {
      const place = this.endDrag(phase === 'drop');
      if (place) this.on.drop(item, place);
    }
  }

  /** Lets the keyboard choose where something goes: arrows and Tab light the places, Enter takes one, Escape none. `chosen` is told which. */
  choosePlace(title, near, chosen) {
    if (this.slots || !this.shown) return;
    this.beginDrag(title);
    this.chosen = chosen;
    this.slots.begin(this.graph.nodes.get(near)?.node);
    this.tellPlace(title);
  }

  choose(event) {
    const step = { ArrowDown: { down: 1 }, ArrowUp: { down: -1 }, ArrowRight: { right: 1 }, ArrowLeft: { right: -1 }, Tab: { order: event.shiftKey ? -1 : 1 } }[event.key];
    event.preventDefault();
    event.stopPropagation();
    if (step) {
      this.slots.step(step);
      this.tellPlace();
    } else if (event.key === 'Enter') {
      const { chosen } = this, place = this.endDrag(true);
      if (place) chosen(place);
    }
  }

  /** Puts the ghost beside the lit place, and says which it is. */
  tellPlace(title) {
    const { near } = this.slots;
    if (!near) return;
    const [x, y] = this.graph.view.toScreen(near.x, near.y), where = t('studio.slot', { from: near.place.from ?? t('graph.start'), to: near.place.to ?? t('graph.end') });
    this.ghost.style.left = `${x + 16}px`;
    this.ghost.style.top = `${y - 10}px`;
    this.ghost.dataset.where = where;
    say(title === undefined ? where : `${t('studio.placing', { name: title })} ${where}`);
  }

  beginDrag(title) {
    this.ghost = h('div', { class: 'dragghost' }, title);
    document.body.append(this.ghost);
    this.slots = new Slots(this.graph, this.shown);
  }

  moveDrag(event) {
    if (!this.slots) return;
    this.ghost.style.left = `${event.clientX + 10}px`;
    this.ghost.style.top = `${event.clientY + 8}px`;
    this.slots.point(event.clientX, event.clientY);
  }

  /** Ends the drag. Gives the place that was lit, if it counts. */
  endDrag(counts) {
    const place = counts ? this.slots?.near?.place : undefined;
    this.ghost?.remove();
    this.slots?.remove();
    this.ghost = this.slots = this.chosen = null;
    return place;
  }

  /** A field over a state's name. */
  askName(path) {
    const shown = this.graph.nodes.get(path);
    if (!shown) return;
    const box = shown.group.querySelector('.box').getBoundingClientRect(), host = this.element.getBoundingClientRect();
    const input = h('input', { type: 'text', class: 'rename', value: shown.node.name, 'aria-label': t('studio.rename', { name: shown.node.name }) });
    input.style.left = `${box.x - host.x}px`;
    input.style.top = `${box.y - host.y + box.height / 2 - 16}px`;
    input.style.width = `${Math.max(180, box.width)}px`;
    let isOver = false;
    const finish = counts => {
      if (isOver) return;
      isOver = true;
      const name = input.value;
      input.remove();
      if (counts && name !== shown.node.name) this.on.rename(path, name);
      else this.graph.focus(path);
    };
    input.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      finish(event.key === 'Enter');
    });
    input.addEventListener('blur', () => finish(true));
    this.element.append(input);
    input.focus();
    input.select();
  }

  destroy() {
    removeEventListener('keydown', this.onKey, true);
    this.endDrag(false);
    this.graph?.destroy();
  }
}
