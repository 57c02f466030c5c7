/** The states of the machine as a table: what the graph shows, for who would rather read it. */
import { h, chip } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { codeOf, statusWord } from '../graph/icons.js';
import { describe } from '../graph/asl.js';

const COLUMNS = ['name', 'type', 'status', 'resource', 'started', 'duration', 'attempts', 'visits'];

export class StatesTable {
  /** @param onSelect told which state was chosen, by path */
  constructor(onSelect) {
    Object.assign(this, { onSelect, sort: null, isReversed: false, hidden: new Set() });
    this.text = h('input', { type: 'search', class: 'tool', placeholder: t('states.filter'), 'aria-label': t('states.filter'), oninput: () => this.update(this.run) });
    const statuses = ['idle', 'running', 'retrying', 'waiting', 'succeeded', 'caught', 'failed', 'timedout', 'aborted'];
    this.status = h('select', { class: 'tool', 'aria-label': t('states.status'), onchange: () => this.update(this.run) },
      h('option', { value: '' }, t('states.anyStatus')), statuses.map(status => h('option', { value: status }, statusWord(status))));
    const boxes = COLUMNS.slice(1).map(column => h('label', { class: 'check' }, h('input', {
      type: 'checkbox', checked: true, onchange: event => {
        if (event.target.checked) this.hidden.delete(column);
        else this.hidden.add(column);
        this.update(this.run);
      },
    }), t(`states.${column}`)));
    this.head = h('tr');
    this.body = h('tbody');
    this.element = h('div', {}, h('div', { class: 'filters' }, this.text, this.status, h('details', { class: 'columns' }, h('summary', {}, t('states.columns')), h('div', { class: 'pop' }, boxes))),
      h('table', { class: 'ev' }, h('caption', { class: 'sr' }, t('states.caption')), h('thead', {}, this.head), this.body));
  }

  attach() {}
  detach() {}

  update(run) {
    this.run = run;
    const columns = COLUMNS.filter(column => !this.hidden.has(column));
    this.drawHead(columns);
    const now = run.now(), picture = run.picture, counts = new Map();
    for (const visit of run.view.visits) counts.set(visit.path, (counts.get(visit.path) ?? 0) + 1);
    const rows = [...run.index.values()].map(({ path, name, state }) => {
      const visit = picture.visits.get(path);
      return {
        path, name, type: state.Type, status: visit?.st ?? 'idle', resource: describe(state, t), started: visit ? visit.from - run.view.start : null,
        duration: visit ? (visit.to ?? now) - visit.from : null, attempts: visit?.tries.length || null, visits: counts.get(path) ?? 0,
      };
    });
    const wanted = this.text.value.toLowerCase(), status = this.status.value;
    const shown = rows.filter(row => (!wanted || `${row.name} ${row.resource} ${row.type}`.toLowerCase().includes(wanted)) && (!status || row.status === status));
    if (this.sort) shown.sort((a, b) => compare(a[this.sort], b[this.sort]) * (this.isReversed ? -1 : 1));
    const key = JSON.stringify([shown, columns, run.selected]);
    if (key === this.key) return;
    this.key = key;
    redraw(this.body, shown.map(row => this.row(row, columns, run.selected)));
  }

  drawHead(columns) {
    const key = `${columns}|${this.sort}|${this.isReversed}`;
    if (key === this.headKey) return;
    this.headKey = key;
    redraw(this.head, columns.map(column => h('th', { scope: 'col', 'aria-sort': this.sort !== column ? null : this.isReversed ? 'descending' : 'ascending' },
      h('button', { type: 'button', class: 'sort', key: column, 'data-column': column, onclick: () => this.sortBy(column) }, t(`states.${column}`), h('span', { 'aria-hidden': 'true' }, this.sort !== column ? '' : this.isReversed ? ' ↓' : ' ↑')))));
  }

  row(row, columns, selected) {
    const cells = {
      name: () => h('button', { type: 'button', class: 'link', 'data-path': row.path, onclick: () => this.onSelect(row.path) }, row.name), type: () => row.type,
      status: () => chip(codeOf(row.status)), resource: () => row.resource,
      started: () => (row.started === null ? '' : `+${span(row.started)}`), duration: () => span(row.duration), attempts: () => row.attempts ?? '', visits: () => row.visits || '',
    };
    return h('tr', { key: row.path, class: row.path === selected ? 'sel' : '' }, columns.map(column => h('td', {}, cells[column]())));
  }

  sortBy(column) {
    this.isReversed = this.sort === column && !this.isReversed;
    this.sort = column;
    this.update(this.run);
  }
}

function compare(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' ? a - b : String(a).localeCompare(String(b));
}
