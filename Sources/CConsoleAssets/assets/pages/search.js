// `/search`: executions by status, name, time, input and output.
import { get } from '../api.js';
import { add, chip, h, put, sayError } from '../dom.js';
import { redraw } from '../redraw.js';
import { span, time } from '../format.js';
import { runPath, to } from '../place.js';
import { t } from '../text.js';

const STATUSES = ['', 'RUNNING', 'WAITING', 'RETRYING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];
/** Found runs after which somebody has to say that it shall go on. */
const FOUND_MORE = 200;
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
  const table = h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, ['name', 'machine', 'status', 'started', 'duration', 'where'].map(key => h('th', { scope: 'col', class: ['machine', 'duration', 'where'].includes(key) ? 'opt' : null }, t(`machine.${key}`))))), body));
  add(root, [h('header.head', null, h('h1', null, t('nav.search'))), h('form.bar.row.in', { role: 'search', onsubmit: event => { event.preventDefault(); load().catch(sayError); } }, text, status, from, till, h('button.btn.primary', null, t('find'))), h('.content.stack', null, note, table)]);
  const stop = h('button.btn.sm', { type: 'button', id: 'search-stop', hidden: true, onclick: () => { turn++; told(); } }, t('search.stop'));
  const on = h('button.btn.sm', { type: 'button', id: 'search-on', hidden: true, onclick: () => goOn(++turn, FOUND_MORE).catch(sayError) }, t('search.on'));
  note.after(h('.row', null, stop, on));
  let turn = 0;
  let wanted = {}, runs = [], scanned = 0, total = 0, cursor = null;
  function told(isGoing = false) {
    put(note, t(isGoing ? 'search.going' : cursor ? 'search.partly' : 'search.found', { count: runs.length, scanned, total: Math.max(total, scanned) }));
    stop.hidden = !isGoing;
    on.hidden = isGoing || !cursor;
  }
  function draw() {
    redraw(body, runs.map(run => h('tr', { key: run.arn, 'data-run': run.name },
      h('td.name', null, h('div', null, h('a', { href: to(runPath(run.machine, run.name)) }, run.name)), h('div.sub.narrow', null, run.machine, run.foundIn && ` · ${t(`search.in.${run.foundIn}`)}`)), h('td.opt', null, h('a', { href: to(`/machines/${encodeURIComponent(run.machine)}`) }, run.machine)),
      h('td', null, chip(run.phase ?? run.status)), h('td.when', null, time(run.startDate), run.stopDate && h('div.sub.narrow', null, span(run.stopDate - run.startDate))), h('td.opt', null, run.stopDate ? span(run.stopDate - run.startDate) : '–'), h('td.opt', null, run.foundIn ? t(`search.in.${run.foundIn}`) : ''))));
  }
  /** Asks part after part, until all is searched, enough is found, or somebody says stop. */
  async function goOn(mine, most) {
    const enough = runs.length + most;
    do {
      const part = await get('search', { ...wanted, cursor });
      if (mine !== turn) return;
      ({ cursor } = part);
      total = part.total ?? total;
      scanned += part.scanned;
      runs = [...runs, ...part.executions];
      told(cursor !== null && runs.length < enough);
      draw();
    } while (cursor && runs.length < enough);
  }
  async function load() {
    const mine = ++turn;
    wanted = { q: text.value.trim(), status: status.value, from: from.value ? Date.parse(from.value) : '', to: till.value ? Date.parse(till.value) : '' };
    ctx.setQuery(Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, value === '' ? null : value])));
    [runs, scanned, total, cursor] = [[], 0, 0, null];
    await goOn(mine, FOUND_MORE);
  }
  /** What is new is on the first part; what was found further back stays. */
  async function refresh() {
    const mine = turn, part = await get('search', wanted);
    if (mine !== turn || stop.hidden === false) return;
    const isNew = new Set(part.executions.map(run => run.arn)), oldest = part.cursor ? part.executions.at(-1)?.startDate ?? Infinity : -Infinity;
    const merged = [...part.executions, ...runs.filter(run => !isNew.has(run.arn) && run.startDate <= oldest)];
    if (!part.cursor) [scanned, cursor] = [part.scanned, null];
    total = part.total;
    if (JSON.stringify(merged) === JSON.stringify(runs)) return told();
    runs = merged;
    told();
    draw();
  }
  status.addEventListener('change', () => load().catch(sayError));
  await load();
  const unfollow = ctx.follow('executions', () => refresh().catch(() => {}));
  return () => {
    turn++;
    unfollow();
  };
}
