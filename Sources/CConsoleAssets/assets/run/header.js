/** The head of a run's page: where it belongs, how it stands, and what can be done with all of it. */
import { h, chip, put } from '../dom.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { clock } from './axis.js';
import { codeOf } from '../graph/icons.js';
import { runPath, to } from '../place.js';

export class RunHeader {
  /** @param on the page's actions: `stop`, `redrive`, `again`, `compare` */
  constructor(on) {
    this.on = on;
    this.crumbs = h('nav', { class: 'crumbs', 'aria-label': t('run.crumbs') });
    this.name = h('h1', {});
    this.status = h('span', { id: 'run-status', role: 'status' });
    this.origin = h('span', { class: 'sub', id: 'run-origin' });
    this.started = h('dd');
    this.duration = h('dd', { id: 'run-duration' });
    this.events = h('dd', { id: 'run-events' });
    const fact = (text, value) => h('div', {}, h('dt', {}, text), value);
    this.stop = h('button', { type: 'button', class: 'btn', id: 'stop', onclick: () => on.stop() }, t('run.stop'));
    this.redrive = h('button', { type: 'button', class: 'btn', id: 'redrive', onclick: () => on.redrive() }, t('run.redrive'));
    this.compare = h('button', { type: 'button', class: 'btn ghost', id: 'compare', onclick: () => on.compare() }, t('run.compare'));
    this.again = h('button', { type: 'button', class: 'btn primary', id: 'again', onclick: () => on.again() }, t('run.again'));
    this.element = h('section', { class: 'head', 'aria-label': t('run.head') }, h('div', { class: 'headname' }, this.crumbs, h('div', { class: 'titleline' }, this.name, this.status, this.origin)), h('span', { class: 'grow' }),
      h('dl', { class: 'facts' }, fact(t('run.started'), this.started), fact(t('run.duration'), this.duration), fact(t('run.events'), this.events)), this.compare, this.stop, this.redrive, this.again);
  }

  /** A link to the run whose history this one shares. */
  originLink(arn) {
    const [machine, name, ...id] = arn.split(':').slice(6);
    return h('a', { href: to(runPath(machine, [name, ...id].join(':'))) }, name);
  }

  update(run) {
    const { info, view } = run, machine = info.machine.name, status = codeOf(run.status);
    if (this.name.textContent !== info.name) {
      this.name.textContent = info.name;
      put(this.crumbs, h('a', { href: to('/') }, t('nav.machines')), ' / ', h('a', { href: to(`/machines/${encodeURIComponent(machine)}`) }, machine), ' / ', t('run.executions'));
      put(this.origin, info.forkedFrom ? [t('fork.of'), ' ', this.originLink(info.forkedFrom)] : null);
      this.started.textContent = clock(info.startDate);
      this.started.title = new Date(info.startDate).toLocaleString();
    }
    if (this.status.dataset.status !== status) {
      this.status.dataset.status = status;
      put(this.status, chip(status));
    }
    // A run that was forked begins with events that are older than itself.
    const lasted = run.events.length ? span(Math.max(0, run.now() - (info.forkedFrom ? info.startDate : view.start))) : '';
    if (this.duration.textContent !== lasted) this.duration.textContent = lasted;
    if (this.events.textContent !== String(view.seen)) this.events.textContent = String(view.seen);
    const isOver = run.live.view.end !== null;
    this.stop.hidden = isOver;
    this.redrive.hidden = !isOver || run.live.view.status === 'succeeded' || info.isExpress === true;
  }
}
