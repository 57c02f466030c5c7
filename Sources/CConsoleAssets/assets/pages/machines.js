// `/`: all state machines with their latest runs.
import { get, post } from '../api.js';
import { STATUS, add, h, icon, sayError, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { runPath, to } from '../place.js';
import { openStart } from '../start.js';
import { t } from '../text.js';

/** Columns that a narrow window shows below the name. */
const OPTIONAL = ['type', 'last', 'rate'];

/** Shows the list and keeps it fresh. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('machines.title'));
  const body = h('tbody');
  const filter = h('input', { type: 'search', 'aria-label': t('machines.filter'), placeholder: t('machines.filter'), oninput: () => show() });
  const place = h('.content');
  add(root, [h('header.head', null, h('h1', null, t('machines.title')), h('span.grow'), filter,
    h('a.btn.primary', { href: to('/new') }, icon('plus'), t('machines.create'))), place]);
  const head = ['name', 'type', 'runs', 'last', 'rate'].map(key => h('th', { scope: 'col', class: OPTIONAL.includes(key) ? 'opt' : null }, t(`machines.${key}`)));
  const table = h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, head, h('th', null, h('span.sr', null, t('machines.start'))))), body));
  let machines = [];
  function show() {
    const text = filter.value.toLowerCase();
    filter.hidden = !machines.length;
    if (!machines.length) return redraw(place, empty(ctx));
    redraw(place, table);
    redraw(body, machines.filter(machine => machine.name.toLowerCase().includes(text)).map(machine => row(machine, ctx)));
  }
  return ctx.keep('machines', () => get('machines'), found => {
    ({ machines } = found);
    show();
  });
}

function row(machine, ctx) {
  const { runs } = machine;
  const over = runs.filter(run => run.stopDate !== null);
  const good = over.filter(run => run.status === 'SUCCEEDED').length;
  const rate = over.length ? t('machines.rate.of', { percent: Math.round(100 * good / over.length), count: over.length }) : '–';
  return h('tr', { key: machine.name, 'data-machine': machine.name },
    h('td.name', null, h('div', null, h('a', { href: to(`/machines/${encodeURIComponent(machine.name)}`) }, machine.name)), h('div.sub.narrow', null, `${machine.type} · ${rate}`, runs.length > 0 && [' · ', since(runs[0].startDate)])),
    h('td.opt', null, machine.type),
    h('td', null, ticks(runs)),
    h('td.opt', null, runs.length ? since(runs[0].startDate) : h('span.sub', null, t('machines.norun'))),
    h('td.opt', null, rate),
    h('td.end', null, h('button.btn.sm', { 'data-start': machine.name, 'aria-label': `${t('machines.start')}: ${machine.name}`, onclick: () => openStart(machine, ctx) }, t('machines.start'))));
}

/** The latest runs, the newest right, each a way to its page. */
function ticks(runs) {
  return h('span.ticks', null, [...runs].reverse().map(run => {
    const status = run.phase ?? run.status, text = t('machines.tick', { name: run.name, status: t(`status.${status}`) });
    return h('a', { href: to(runPath(run.machine, run.name)), 'data-st': (STATUS[status] ?? STATUS.IDLE)[0], 'data-status': status, 'aria-label': text, title: text }, h('i'));
  }));
}

/** Nothing yet: one click to see everything. */
function empty(ctx) {
  const button = h('button.btn.primary', { onclick: async () => {
    button.disabled = true;
    try {
      const { id } = await post('deployments', { template: 'orchestrate-lambda-functions', approvals: 'auto' });
      ctx.go(to(`/deploy/${encodeURIComponent(id)}`, { start: 1 }));
    } catch (error) {
      button.disabled = false;
      sayError(error);
    }
  } }, t('machines.try'));
  return h('.empty', { source: ['empty'] }, h('h1', null, t('machines.empty')), ctx.session.deploys && h('p', null, t('machines.empty.text')),
    h('.row', null, ctx.session.deploys && button, h('a.btn', { href: to('/new') }, t('machines.create'))));
}
