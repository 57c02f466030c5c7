// `/handlers`: functions and what is installed, with builds as they are replaced.
import { get } from '../api.js';
import { add, h } from '../dom.js';
import { redraw } from '../redraw.js';
import { ago, time } from '../format.js';
import { to } from '../place.js';
import { t } from '../text.js';

/** How each notice of the plugin host looks. */
const PHASES = { loading: 'running', loaded: 'succeeded', replaced: 'succeeded', rolledBack: 'caught', refused: 'failed', removed: 'cancelled' };

/** Shows functions, installed handlers and the latest notices; a replaced file shows by itself. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.handlers'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.handlers'))), place]);
  const stop = await ctx.keep('handlers', () => get('handlers'), found => show(place, found));
  // The server answers when a new build has come up, or has not: until then it loads.
  const unfollow = ctx.follow('handlers', (type, data) => {
    if (data.phase === 'loading') for (const cell of place.querySelectorAll('[data-source]')) if (cell.dataset.source === data.source) cell.prepend(phase('loading'), ' ');
  });
  return () => { unfollow(); stop(); };
}

const section = (title, head, rows) => h('section.card.scroller', { key: title }, h('header', null, h('h2', null, title)),
  h('table.list', null, h('thead', null, h('tr', null, head.map(key => h('th', { scope: 'col' }, t(`handlers.${key}`))))), h('tbody', null, rows)));

function show(place, { functions, handlers, notices }) {
  const installed = handlers.filter(handler => handler.kind === 'function' || handler.origin === 'dropped in');
  redraw(place,
    functions.length > 0 && section(t('handlers.functions'), ['name', 'version', 'language', 'loadedAt', 'inFlight', 'timeout', 'lastError', 'invoke'], functions.map(item => h('tr', { key: item.name, 'data-function': item.name },
      h('td.name', null, h('a', { href: to(`/handlers/${encodeURIComponent(item.name)}`) }, item.name)), h('td', null, item.version), h('td', null, languageOf(item)), h('td', { title: time(item.loadedAt), copies: time(item.loadedAt) }, item.loadedAt ? ago(item.loadedAt) : '–'), h('td', null, doing(item)),
      h('td', null, `${item.timeout} s · ${item.memory} MB`),
      h('td', null, item.lastError ? [h('span.fault', { title: time(item.lastError.at) }, item.lastError.message.slice(0, 120)), ' ', h('span.sub', null, ago(item.lastError.at))] : '–'),
      h('td.end', null, invokeLink(item))))),
    section(t('handlers.installed'), ['name', 'language', 'origin', 'build', 'loadedAt', 'inFlight', 'state', 'invoke'], installed.map(item => h('tr', { key: item.name, 'data-handler': item.name },
      h('td.name', null, item.kind === 'function' ? h('a', { href: to(`/handlers/${encodeURIComponent(item.name)}`) }, item.name) : item.name), h('td', null, languageOf(item)), h('td', { copies: item.source }, h('span', { title: item.source }, t(`handlers.origin.${item.origin}`))),
      h('td', { copies: item.build }, item.build ? h('code', { title: item.build }, item.build.slice(0, 12)) : '–', item.builds.length > 1 && h('span.sub', null, ` ${t('handlers.builds', { count: item.builds.length })}`)),
      h('td', { title: time(item.loadedAt), copies: time(item.loadedAt) }, ago(item.loadedAt)), h('td', null, doing(item)), h('td', { 'data-source': item.source || null }, state(item)),
      h('td.end', null, item.kind === 'function' && invokeLink(item))))),
    notices.length > 0 && section(t('handlers.notices'), ['state', 'source', 'said'], [...notices].reverse().slice(0, 30).map(notice => h('tr', { key: notice.number, 'data-notice': notice.phase },
      h('td', null, phase(notice.phase)), h('td', null, notice.source.split('/').pop()), h('td', null, h('span.said', null, notice.message))))));
}

const invokeLink = item => h('a.btn.sm', { href: to(`/handlers/${encodeURIComponent(item.name)}`), 'aria-label': `${t('handlers.invoke')}: ${item.name}` }, `${t('handlers.invoke')}…`);

/** What a handler is written in, and its runtime where Lambda knows one. */
export const languageOf = item => [item.language === 'program' ? t('handlers.program') : item.language, item.runtime].filter(Boolean).join(' · ') || '–';

/** Calls under way, with those that end on what has been replaced. */
const doing = item => [h('span', { 'data-fact': 'inFlight' }, item.inFlight), item.starting > 0 && h('span.sub', null, ` ${t('handlers.starting', { count: item.starting })}`), item.draining > 0 && h('span.chip', { 'data-st': 'waiting', 'data-fact': 'draining' }, t('handlers.draining', { count: item.draining }))];

/** The word of a notice, coloured. */
export const phase = name => h('span.chip', { 'data-st': PHASES[name] ?? 'idle' }, t(`handlers.phase.${name}`));

function state(item) {
  if (item.notice) return [phase(item.notice.phase), item.notice.phase === 'refused' && h('details', null, h('summary', null, t('handlers.why')), h('pre.json', { tabindex: 0 }, item.notice.message))];
  const build = item.builds[0];
  return [h('span.chip', { 'data-st': 'succeeded' }, t('handlers.phase.active')), build && h('span.sub', { title: time(build.takenAt) }, ` ${ago(build.takenAt)}`)];
}
