/** Two runs of a machine side by side: both timelines on one axis, and the states whose output differs. */
import { h, chip } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { get } from '../api.js';
import { span } from '../format.js';
import { to, runPath } from '../place.js';
import { follow } from '../stream.js';
import { codeOf } from '../graph/icons.js';
import { Run } from './run.js';
import { Timeline } from './timeline.js';
import { valueBlock } from '../json/tree.js';

/**
 * Loads the other run and shows both.
 *
 * @param on `select(path)` and `close()`
 */
export async function compareView(run, { machine, execution }, on) {
  const info = await get(`executions/${encodeURIComponent(machine)}/${encodeURIComponent(execution)}`);
  return new Comparison(run, new Run(info), on);
}

class Comparison {
  constructor(one, two, on) {
    Object.assign(this, { runs: [one, two], on, chosen: null });
    this.timelines = this.runs.map(run => new Timeline(visit => this.choose(visit.path, run)));
    this.titles = this.runs.map(() => h('h2', {}));
    this.panels = this.timelines.map((timeline, i) => h('section', { class: 'cmprun', 'aria-label': t('compare.run', { index: i + 1 }) }, this.titles[i], h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `${t('drawer.timeline')} ${i + 1}` }, timeline.element)));
    this.table = h('tbody');
    this.detail = h('div', { class: 'cmpdetail' });
    this.element = h('div', { class: 'compare' }, h('div', { class: 'cmphead' }, h('b', {}, t('compare.title')), h('span', { class: 'grow' }), h('button', { type: 'button', class: 'btn', id: 'compare-close', onclick: () => on.close() }, t('compare.close'))),
      this.panels, h('section', { class: 'cmpdiff', 'aria-label': t('compare.states') }, h('table', { class: 'ev' }, h('caption', { class: 'sr' }, t('compare.states')), h('thead', {}, h('tr', {}, ['name', 'first', 'second', 'output'].map(key => h('th', { scope: 'col' }, t(`compare.${key}`))))), this.table), this.detail));
    this.timelines.forEach((timeline, i) => timeline.attach(this.panels[i].querySelector('.scroll')));
    this.stop = follow(`history:${two.id}`, (type, data) => {
      if (type !== 'history') return;
      two.add(data.events);
      this.schedule();
    });
    this.timer = setInterval(() => { if (this.runs.some(run => run.isMoving)) this.schedule(); }, 500);
    this.schedule();
  }

  schedule() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      this.update();
    });
  }

  update() {
    const length = Math.max(20, ...this.runs.map(run => (run.events.length ? run.now() - run.view.start : 0))) * 1.06;
    this.runs.forEach((run, i) => {
      this.timelines[i].update(run, { start: run.view.start, span: length });
      redraw(this.titles[i], h('a', { href: to(runPath(run.info.machine.name, run.info.name)) }, run.info.name), chip(codeOf(run.status)), h('span', { class: 'sub' }, span(run.events.length ? run.now() - run.view.start : 0)));
    });
    const [one, two] = this.runs, names = new Set([...one.index.keys(), ...two.index.keys()]), rows = [];
    const [first, second] = this.runs.map(run => run.picture.visits);
    for (const path of names) {
      const a = first.get(path), b = second.get(path);
      if (!a && !b) continue;
      rows.push({ path, name: (one.index.get(path) ?? two.index.get(path)).name, a, b, difference: differenceOf(a, b) });
    }
    const key = JSON.stringify(rows.map(row => [row.path, row.a?.st, row.b?.st, row.difference, row.path === this.chosen]));
    if (key === this.key) return;
    this.key = key;
    redraw(this.table, rows.map(row => h('tr', { key: row.path, class: row.path === this.chosen ? 'sel' : '', 'data-difference': row.difference }, h('td', {}, h('button', { type: 'button', class: 'link', onclick: () => this.choose(row.path) }, row.name)),
      [row.a, row.b].map(visit => h('td', {}, chip(codeOf(visit?.st)), visit?.to != null ? ` ${span(visit.to - visit.from)}` : '')), h('td', {}, h('span', { class: row.difference === 'same' ? 'no' : 'differs' }, `${row.difference === 'same' ? '=' : '≠'} ${t(`compare.${row.difference}`)}`)))));
    this.showDetail();
  }

  choose(path) {
    this.chosen = path;
    this.key = undefined;
    this.on.select(path);
    this.update();
  }

  showDetail() {
    const visits = this.runs.map(run => run.picture.visits.get(this.chosen));
    redraw(this.detail, this.chosen === null ? null : visits.map((visit, i) => h('div', {}, valueBlock(`${this.runs[i].info.name} · ${t('pane.stateOutput')}`, visit?.output, { empty: t(visit ? 'pane.noOutput' : 'pane.notRun') }))));
  }

  destroy() {
    this.stop();
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    for (const timeline of this.timelines) timeline.detach();
  }
}

/** How two visits of a state differ: `same`, `output`, `status` or `only`. */
export function differenceOf(a, b) {
  if (!a || !b) return 'only';
  if (a.st !== b.st) return 'status';
  const text = value => (typeof value === 'object' && value ? `${value.size}` : String(value));
  return text(a.output) === text(b.output) ? 'same' : 'differs';
}
