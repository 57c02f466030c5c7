/** The graph of a run with its tools: zoom, fit, follow, and the export to files. */
import { h, sayError } from '../dom.js';
import { t } from '../text.js';
import { Graph } from '../graph/graph.js';
import { statusWord } from '../graph/icons.js';
import { lanesOf } from '../graph/asl.js';
import { svgText, pngBlob, download } from '../graph/graph-export.js';

/** Above these, containers start folded. */
const STATES_MAX = 300, EVENTS_MAX = 5_000;

export class GraphPanel {
  /** @param on the page's actions: `path(path)`, `pick(path, index)`, `pan()`, `follow(isOn)` */
  constructor(on) {
    this.on = on;
    const tool = (text, label, act, id) => h('button', { type: 'button', 'aria-label': label, title: label, id, onclick: act }, text);
    this.follow = h('button', { type: 'button', class: 'wordtool', id: 'follow', 'aria-pressed': 'true', onclick: () => { const isOn = this.follow.getAttribute('aria-pressed') !== 'true'; this.setFollowing(isOn); on.follow(isOn); } }, t('graph.follow'));
    this.export = h('details', { class: 'menu' }, h('summary', { class: 'wordtool' }, t('graph.export')), h('div', { class: 'pop up' },
      h('button', { type: 'button', id: 'export-svg', onclick: () => this.save('svg') }, 'SVG'), h('button', { type: 'button', id: 'export-png', onclick: () => this.save('png') }, 'PNG'), h('button', { type: 'button', id: 'export-json', onclick: () => this.save('json') }, 'JSON')));
    const legend = h('ul', { class: 'legend', id: 'legend', 'aria-label': t('graph.legend') }, ['idle', 'running', 'waiting', 'succeeded', 'caught', 'failed'].map(status => h('li', { 'data-st': status }, h('i'), statusWord(status))));
    // Where there is little room the legend shows when it is asked for.
    const asks = h('button', { type: 'button', class: 'wordtool', id: 'show-legend', 'aria-expanded': 'false', 'aria-controls': 'legend', onclick: () => asks.setAttribute('aria-expanded', legend.classList.toggle('open')) }, t('graph.legend'));
    const tools = h('div', { class: 'tools' }, h('div', { class: 'grp' }, tool('−', t('graph.zoomOut'), () => this.zoom(1 / 1.2), 'zoom-out'), tool('⤢', t('graph.fit'), () => this.fit(), 'zoom-fit'), tool('+', t('graph.zoomIn'), () => this.zoom(1.2), 'zoom-in')), h('div', { class: 'grp' }, this.follow, this.export, asks));
    this.element = h('section', { class: 'canvas', 'aria-label': t('graph.section') }, tools, legend);
  }

  /** Draws the run's definition; it must be in the document, for sizes are those of its fonts. */
  show(run) {
    this.run = run;
    this.graph = new Graph(this.element, { label: t('graph.of', { name: run.info.machine.name }), onSelect: path => this.on.path(path), onPick: (path, index) => this.on.pick(path, index), onPan: () => this.on.pan() });
    const folded = new Set();
    if (run.index.size > STATES_MAX) for (const { path, state } of run.index.values()) if (lanesOf(state).length) folded.add(path);
    this.graph.set(run.definition, { folded });
    this.graph.view.fit();
  }

  /** @param isBehind whether events from before the page was opened are still to come: nothing folds under somebody's eyes later */
  paint(run, isFollowing, isBehind) {
    if (!this.isOpened) {
      this.isOpened = !isBehind || run.live.view.seen > EVENTS_MAX;
      if (run.live.view.seen > EVENTS_MAX) {
        for (const { path, state } of run.index.values()) if (lanesOf(state).length) this.graph.folded.add(path);
        this.graph.set(run.definition);
      }
    }
    this.graph.paint(run.picture, run.now());
    this.follow.hidden = run.live.view.end !== null;
    if (!isFollowing || run.at !== null || run.view.end !== null) return;
    const active = run.shown.leaves.at(-1), node = active && this.graph.nodes.get(active.path)?.node;
    if (!node || this.followed === active) return;
    this.followed = active;
    this.graph.view.reveal(node);
  }

  /** Paints everything anew, as after a change of colours. */
  repaint(run) {
    for (const strip of this.graph.strips.values()) strip.key = undefined;
    this.graph.paint(run.picture, run.now());
  }

  select(path) {
    this.graph.select(path);
    const node = this.graph.nodes.get(path)?.node;
    if (node) this.graph.view.reveal(node);
  }

  setFollowing(isOn) { this.follow.setAttribute('aria-pressed', String(isOn)); }
  fit() { this.graph.view.fit(); }
  zoom(factor) { this.graph.view.zoom(factor); }

  async save(kind) {
    const { run } = this, name = `${run.info.machine.name}-${run.info.name}`;
    this.export.open = false;
    try {
      if (kind === 'svg') download(`${name}.svg`, svgText(this.graph), 'image/svg+xml');
      else if (kind === 'png') download(`${name}.png`, await pngBlob(this.graph));
      else download(`${name}.json`, JSON.stringify({ execution: run.info.arn, status: run.live.view.status, definition: run.definition, events: run.events }, null, 2), 'application/json');
    } catch (error) { sayError(error); }
  }

  destroy() { this.graph?.destroy(); }
}
