// `/search`: executions by status, name, time, input and output.
import { get } from '../api.js';
import { add, chip, h, put, sayError } from '../dom.js';
import { span, time } from '../format.js';
import { runPath, to } from '../place.js';
import { t } from '../text.js';

const STATUSES = ['', 'RUNNING', 'WAITING', 'RETRYING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];
const local = ms => new Date(ms - new Date(ms).getTimezoneOffset() * 60000).toISOString().slice(0, 16);

/** Shows a form whose values are the address's, and what fits them. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.search'));
  const query = ctx.query;
  const text = h('input', { type: 'search', id: 'q', 'aria-label': t('search.text'), placeholder: t('search.text'), value: query.get('q') ?? '' });
  const status = h('select.box-select', { id: 'status', 'aria-label': t('machine.status') }, STATUSES.map(value => h('option', { value, selected: value === (query.get('status') ?? '') }, value ? t(`status.${value}`) : t('machine.all'))));
  const from = h('input', { type: 'datetime-local', id: 'from', 'aria-label': t('machine.from'), title: t('machine.from'), value: query.get('from') ? local(+query.get('from')) : '' });
  const till = h('input', { type: 'datetime-local', id: 'to', 'aria-label': t('search.to'), title: t('search.to'), value: query.get('to') ? local(+query.get('to')) : '' });
  const body = h('tbody');
  const note = h('p.sub', { role: 'status', id: 'found' });
  const table = h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, ['name', 'machine', 'status', 'started', 'duration', 'where'].map(key => h('th', { scope: 'col' }, t(`machine.${key}`))))), body));
  add(root, [h('header.head', null, h('h1', null, t('nav.search'))), h('form.bar.row.in', { role: 'search', onsubmit: event => { event.preventDefault(); load().catch(sayError); } }, text, status, from, till, h('button.btn.primary', null, t('find'))), h('.content.stack', null, note, table)]);
  let turn = 0;
  async function load() {
    const mine = ++turn;
    const wanted = { q: text.value.trim(), status: status.value, from: from.value ? Date.parse(from.value) : '', to: till.value ? Date.parse(till.value) : '' };
    ctx.setQuery(Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, value === '' ? null : value])));
    const { executions, scanned, isComplete } = await get('search', wanted);
    if (mine !== turn) return;
    put(note, t(isComplete ? 'search.found' : 'search.partly', { count: executions.length, scanned }));
    put(body, executions.map(run => h('tr', { 'data-run': run.name },
      h('td.name', null, h('a', { href: to(runPath(run.machine, run.name)) }, run.name)), h('td', null, h('a', { href: to(`/machines/${encodeURIComponent(run.machine)}`) }, run.machine)),
      h('td', null, chip(run.phase ?? run.status)), h('td', null, time(run.startDate)), h('td', null, run.stopDate ? span(run.stopDate - run.startDate) : '–'), h('td', null, run.foundIn ? t(`search.in.${run.foundIn}`) : ''))));
  }
  status.addEventListener('change', () => load().catch(sayError));
  await load();
  return ctx.follow('executions', () => load().catch(() => {}));
}
