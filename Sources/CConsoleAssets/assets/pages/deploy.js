// `/deploy/:id`: a sample's resources as they come into being; then its machine is started.
import { get, post } from '../api.js';
import { add, h, sign } from '../dom.js';
import { redraw } from '../redraw.js';
import { runPath, to } from '../place.js';
import { openStart } from '../start.js';
import { language, t } from '../text.js';
import { markOf } from './gallery.js';

/** How a status of a resource or stack looks. */
export function statusOf(status) {
  if (/FAILED|ROLLBACK/.test(status)) return ['failed', 'cross'];
  if (/^DELETE_COMPLETE/.test(status)) return ['cancelled', 'dash'];
  if (/COMPLETE$/.test(status)) return ['succeeded', 'check'];
  return /PROGRESS/.test(status) ? ['running', 'arc'] : ['idle', 'dash'];
}

/** A status as colour, icon and word. */
export function mark(status) {
  const [family, name] = statusOf(status);
  return sign(family, name, t(`deploy.${family}`), { 'data-status': status });
}

/** Shows the rows turning green, and opens the dialog that starts when all are. */
export async function mount(root, { id }, ctx) {
  const body = h('tbody');
  const title = h('h1');
  const note = h('div', { role: 'status', id: 'progress' });
  const next = h('.row');
  add(root, [h('header.head', null, h('div', null, h('.crumbs', null, h('a', { href: to('/new') }, t('gallery.title'))), title), h('span.grow'), next),
    h('.content.stack', null, note, h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, ['name', 'type', 'state'].map(key => h('th', { scope: 'col' }, t(`deploy.${key}`))))), body)))]);
  let isOver = false;
  let offered = false;
  const load = async () => {
    const found = await get(`deployments/${encodeURIComponent(id)}`);
    const name = found.title?.[language()] ?? found.title?.en ?? id;
    ctx.setTitle(name);
    const done = found.resources.filter(item => /COMPLETE$/.test(item.status)).length;
    redraw(title, name, mark(found.status));
    redraw(note, h('progress', { max: found.resources.length, value: done, 'aria-label': t('deploy.progress') }), h('span', null, t('deploy.count', { done, all: found.resources.length })), found.reason && h('p.fault', null, found.reason));
    redraw(body, found.resources.map(item => h('tr', { key: item.logicalId, 'data-resource': item.logicalId, 'data-status': item.status }, h('td.name', null, h('span.row', null, markOf(item.type), item.logicalId)), h('td', null, item.type),
      h('td', null, mark(item.status), item.reason && h('p.fault', null, item.reason)))));
    isOver = !/PROGRESS/.test(found.status);
    const stack = h('a.btn', { href: to(`/stacks/${encodeURIComponent(id)}`) }, t('deploy.stack'));
    if (found.status !== 'CREATE_COMPLETE' || !found.machine) return redraw(next, stack);
    const machine = { arn: found.machine, name: found.machine.split(':').pop(), type: 'STANDARD' };
    const start = () => openStart(machine, ctx, { input: JSON.stringify(found.input, null, 2) });
    redraw(next, stack, [h('a.btn', { href: to(`/machines/${encodeURIComponent(machine.name)}`) }, t('deploy.machine')), h('button.btn.primary', { id: 'start', onclick: start }, t('machines.start'))]);
    if (offered) return;
    offered = true;
    if (!ctx.query.get('start')) return start();
    const run = await post('executions', { machine: machine.arn, input: found.input });
    ctx.go(to(runPath(run.machine, run.name)), { replace: true });
  };
  await load();
  return isOver ? undefined : ctx.follow(`deployment:${encodeURIComponent(id)}`, () => load().catch(() => {}));
}
