/** The drawer under the graph: Timeline, States, Events and Logs, with the scrubber in its head. */
import { h } from '../dom.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { tabList } from './tabs.js';
import { Timeline } from './timeline.js';
import { StatesTable } from './states.js';
import { EventsList } from './events.js';
import { LogsList } from './logs.js';

export const DRAWER_TABS = ['timeline', 'states', 'events', 'logs'];

export class Drawer {
  /** @param on what the page does: `visit`, `path` select, `seek` looks back, `tab` is told the chosen tab, `load` fetches a large value */
  constructor(on) {
    this.on = on;
    this.views = {
      timeline: new Timeline(on.visit), states: new StatesTable(on.path), events: new EventsList({ onSelect: on.visit, onSeek: on.seek, load: on.load }), logs: new LogsList(on.visit),
    };
    this.panel = h('div', { class: 'scroll', id: 'drawer-panel', role: 'tabpanel', tabindex: '0' });
    this.tabs = tabList({ id: 'drawer', label: t('drawer.label'), panel: this.panel, items: DRAWER_TABS.map(key => ({ key, text: t(`drawer.${key}`) })), onChoose: key => this.choose(key, true) });
    this.back = h('button', { type: 'button', class: 'btn ghost sm', id: 'scrub-back', 'aria-label': t('scrub.back'), onclick: () => this.step(-1) }, '◀');
    this.forward = h('button', { type: 'button', class: 'btn ghost sm', id: 'scrub-on', 'aria-label': t('scrub.on'), onclick: () => this.step(1) }, '▶');
    this.range = h('input', { type: 'range', id: 'scrub', min: 1, step: 1, 'aria-label': t('scrub.label'), oninput: () => on.seek(Number(this.range.value)) });
    this.when = h('output', { for: 'scrub', id: 'scrub-when' });
    const scrub = h('span', { class: 'scrub' }, this.back, this.range, this.forward, this.when);
    this.element = h('section', { class: 'time', 'aria-label': t('drawer.label') }, h('div', { class: 'bar2' }, this.tabs.element, h('span', { class: 'grow' }), scrub), this.panel);
    this.choose('timeline');
  }

  choose(key, tells = false) {
    if (this.chosen === key) return;
    this.views[this.chosen]?.detach();
    this.chosen = key;
    this.tabs.select(key);
    this.panel.replaceChildren(this.views[key].element);
    this.panel.scrollTop = 0;
    this.views[key].attach(this.panel);
    if (this.run) this.views[key].update(this.run);
    if (tells) this.on.tab(key);
  }

  /** One event back or on. */
  step(by) { this.on.seek((this.run.at ?? this.run.live.view.seen) + by); }

  update(run) {
    this.run = run;
    const last = run.live.view.seen;
    this.range.max = String(Math.max(1, last));
    if (document.activeElement !== this.range || run.at === null) this.range.value = String(run.at ?? last);
    const text = run.at !== null ? `+${span(run.view.last - run.view.start)}` : t(run.view.end === null ? 'scrub.now' : 'scrub.end');
    if (this.when.textContent !== text) this.when.textContent = text;
    this.range.setAttribute('aria-valuetext', run.at === null ? text : t('scrub.at', { id: run.at, count: last, time: text }));
    this.back.disabled = (run.at ?? last) <= 1;
    this.forward.disabled = run.at === null;
    this.views[this.chosen].update(run);
  }

  /** Follows the run's time without new events. */
  tick(run) { if (this.chosen !== 'events' && this.chosen !== 'logs') this.views[this.chosen].update(run); }

  destroy() { this.views[this.chosen]?.detach(); }
}
