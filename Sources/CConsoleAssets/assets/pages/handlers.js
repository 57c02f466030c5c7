// `/handlers`: functions and what is installed, with builds as they are replaced.
import { get } from '../api.js';
import { add, h } from '../dom.js';
import { redraw } from '../redraw.js';
import { ago, time } from '../format.js';
import { to } from '../place.js';
import { t } from '../text.js';

/** How each notice of the plugin host looks. */
const PHASES = { loaded: 'succeeded', replaced: 'succeeded', rolledBack: 'caught', refused: 'failed', removed: 'cancelled' };

/** Shows functions, installed handlers and the latest notices; a replaced file shows by itself. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.handlers'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.handlers'))), place]);
  return ctx.keep('handlers', () => get('handlers'), found => show(place, found));
}

const section = (title, head, rows) => h('section.card.scroller', { key: title }, h('header', null, h('h2', null, title)),
  h('table.list', null, h('thead', null, h('tr', null, head.map(key => h('th', { scope: 'col' }, t(`handlers.${key}`))))), h('tbody', null, rows)));

function show(place, { functions, handlers, notices }) {
  const installed = handlers.filter(handler => handler.kind === 'function' || handler.origin === 'dropped in');
  redraw(place,
    functions.length > 0 && section(t('handlers.functions'), ['name', 'version', 'runtime', 'timeout', 'modified', 'lastError', 'invoke'], functions.map(item => h('tr', { key: item.name, 'data-function': item.name },
      h('td.name', null, h('a', { href: to(`/handlers/${encodeURIComponent(item.name)}`) }, item.name)), h('td', null, item.version), h('td', null, item.runtime ?? item.package),
      h('td', null, `${item.timeout} s · ${item.memory} MB`), h('td', null, ago(Date.parse(item.modified))),
      h('td', null, item.lastError ? [h('span.fault', { title: time(item.lastError.at) }, item.lastError.message.slice(0, 120)), ' ', h('span.sub', null, ago(item.lastError.at))] : '–'),
      h('td.end', null, h('a.btn.sm', { href: to(`/handlers/${encodeURIComponent(item.name)}`), 'aria-label': `${t('handlers.invoke')}: ${item.name}` }, `${t('handlers.invoke')}…`))))),
    section(t('handlers.installed'), ['name', 'origin', 'build', 'state'], installed.map(item => h('tr', { key: item.name, 'data-handler': item.name },
      h('td.name', null, item.kind === 'function' ? h('a', { href: to(`/handlers/${encodeURIComponent(item.name)}`) }, item.name) : item.name), h('td', null, h('span', { title: item.source }, t(`handlers.origin.${item.origin}`))),
      h('td', null, item.build ? h('code', { title: item.build }, item.build.slice(0, 12)) : '–', item.builds.length > 1 && h('span.sub', null, ` ${t('handlers.builds', { count: item.builds.length })}`)),
      h('td', null, state(item))))),
    notices.length > 0 && section(t('handlers.notices'), ['state', 'source', 'said'], [...notices].reverse().slice(0, 30).map(notice => h('tr', { key: notice.number, 'data-notice': notice.phase },
      h('td', null, phase(notice.phase)), h('td', null, notice.source.split('/').pop()), h('td', null, h('span.said', null, notice.message))))));
}

/** The word of a notice, coloured. */
export const phase = name => h('span.chip', { 'data-st': PHASES[name] ?? 'idle' }, t(`handlers.phase.${name}`));

function state(item) {
  if (item.notice) return [phase(item.notice.phase), item.notice.phase === 'refused' && h('details', null, h('summary', null, t('handlers.why')), h('pre.json', { tabindex: 0 }, item.notice.message))];
  const build = item.builds[0];
  return [h('span.chip', { 'data-st': 'succeeded' }, t('handlers.phase.active')), build && h('span.sub', { title: time(build.takenAt) }, ` ${ago(build.takenAt)}`)];
}
