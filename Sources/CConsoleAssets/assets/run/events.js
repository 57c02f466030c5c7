/** All events of a run: filtered by kind, state and time, nested under their states, each with its raw JSON. Only the rows in sight are built. */
import { h } from '../dom.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { clock } from './axis.js';
import { WindowedList } from './windowed.js';
import { valueBlock } from '../json/tree.js';
import { depthOf } from './timeline.js';

const ROW = 27, OPEN_HEIGHT = 220;
/** The kinds events are filtered by. */
const KINDS = { states: /State(Entered|Exited)$/, tasks: /^(Task|LambdaFunction|Activity)(?!State)/, failures: /Failed|TimedOut|Aborted/, containers: /^(Map|Parallel)/, execution: /^Execution/ };

export class EventsList {
  /** @param onSelect told which event's visit was chosen @param onSeek told which event to look back to @param load fetches a large value */
  constructor({ onSelect, onSeek, load }) {
    Object.assign(this, { onSelect, onSeek, load, rows: [], open: new Set(), key: '', isGrouped: false });
    const changed = () => { this.key = ''; this.open.clear(); this.update(this.run); };
    this.kind = h('select', { class: 'tool', 'aria-label': t('events.kind'), onchange: changed }, h('option', { value: '' }, t('events.all')), Object.keys(KINDS).map(kind => h('option', { value: kind }, t(`events.${kind}`))));
    this.text = h('input', { type: 'search', class: 'tool', placeholder: t('events.filter'), 'aria-label': t('events.filter'), oninput: changed });
    this.from = h('input', { type: 'number', class: 'tool short', min: 0, step: 'any', placeholder: t('events.from'), 'aria-label': t('events.from'), oninput: changed });
    this.until = h('input', { type: 'number', class: 'tool short', min: 0, step: 'any', placeholder: t('events.until'), 'aria-label': t('events.until'), oninput: changed });
    this.own = h('input', { type: 'checkbox', onchange: changed });
    this.group = h('input', { type: 'checkbox', onchange: () => { this.isGrouped = this.group.checked; changed(); } });
    this.count = h('span', { class: 'sub', role: 'status' });
    this.list = new WindowedList(ROW, i => this.row(i), { extra: () => OPEN_HEIGHT, openRows: () => this.openRows() });
    this.element = h('div', {}, h('div', { class: 'filters' }, this.kind, this.text, this.from, this.until,
      h('label', { class: 'check' }, this.own, t('events.ofState')), h('label', { class: 'check' }, this.group, t('events.grouped')), this.count), this.list.element);
  }

  attach(scroller) { this.list.attach(scroller); }
  detach() { this.list.detach(); }

  update(run) {
    this.run = run;
    const last = run.view.seen, selected = this.own.checked ? run.selected : null;
    const key = `${last}|${run.at}|${selected}|${run.selected}`;
    if (key === this.key) return;
    this.key = key;
    const wanted = this.text.value.toLowerCase(), kind = KINDS[this.kind.value], { start } = run.view;
    const from = this.from.value === '' ? -Infinity : Number(this.from.value) * 1_000, until = this.until.value === '' ? Infinity : Number(this.until.value) * 1_000;
    const { visitOf } = run.shown;
    this.rows = run.events.filter(event => {
      if (event.id > last || (kind && !kind.test(event.type))) return false;
      const since = event.at - start, visit = visitOf[event.id];
      if (since < from || since > until || (selected !== null && visit?.path !== selected)) return false;
      return !wanted || `${event.id} ${event.type} ${visit?.name ?? ''} ${event.error ?? ''} ${event.resource ?? ''}`.toLowerCase().includes(wanted);
    });
    if (this.isGrouped) this.rows = grouped(this.rows, visitOf);
    this.list.count = this.rows.length;
    this.count.textContent = t('events.count', { shown: this.rows.length, count: last });
    this.list.refresh();
  }

  openRows() { return this.rows.reduce((rows, event, i) => { if (this.open.has(event.id)) rows.push(i); return rows; }, []); }

  row(i) {
    const event = this.rows[i], visit = this.run.shown.visitOf[event.id], isOpen = this.open.has(event.id), isNew = this.isGrouped && this.run.shown.visitOf[this.rows[i - 1]?.id] !== visit;
    const toggle = h('button', {
      type: 'button', key: 'open', class: 'evopen', copies: () => JSON.stringify(event, null, 2), 'aria-expanded': String(isOpen), 'aria-label': t('events.raw', { id: event.id, type: event.type }), onclick: () => this.toggle(event.id),
    }, h('span', { 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'));
    const type = h('span', { class: 'evtype' }, event.type, event.error ? h('span', { class: 'bad' }, ` ${event.error}`) : null);
    type.style.paddingLeft = `${visit ? Math.min(6, depthOf(visit)) * 12 + (this.isGrouped && !isNew ? 12 : 0) : 0}px`;
    const state = visit ? h('button', { type: 'button', class: 'link', onclick: () => this.onSelect(visit) }, visit.name + (visit.scope.lane === null ? '' : ` ${visit.scope.lane + 1}`)) : h('span', {}, '');
    const time = h('button', { type: 'button', class: 'link num', title: clock(event.at), 'aria-label': t('events.lookBack', { time: span(event.at - this.run.view.start) }), onclick: () => this.onSeek(event.id) }, `+${span(event.at - this.run.view.start)}`);
    const isOwn = visit && visit.path === this.run.selected;
    const line = h('div', { class: 'evline' }, toggle, h('span', { class: 'num' }, String(event.id)), type, state, time);
    const row = h('div', { key: event.id, class: `evrow wrow${isOwn ? ' sel' : ''}${isNew ? ' first' : ''}` }, line);
    if (isOpen) {
      const raw = h('div', { class: 'evraw' }, valueBlock(null, JSON.stringify(event), { load: this.load }));
      raw.style.height = `${OPEN_HEIGHT}px`;
      row.append(raw);
    }
    return row;
  }

  toggle(id) {
    if (!this.open.delete(id)) this.open.add(id);
    this.list.refresh();
  }
}

/** Events of one visit stand together, visits in the order they began. */
function grouped(events, visitOf) {
  const groups = new Map();
  for (const event of events) {
    const visit = visitOf[event.id] ?? event;
    if (groups.has(visit)) groups.get(visit).push(event);
    else groups.set(visit, [event]);
  }
  return [...groups.values()].flat();
}
