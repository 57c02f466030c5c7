// `/handlers`: functions and what is installed, with builds as they are made and replaced.
import { get } from '../api.js';
import { buildCard, buildOf, phase, phaseOf } from '../builds.js';
import { add, h, sign, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { time } from '../format.js';
import { to } from '../place.js';
import { t } from '../text.js';

/** Shows what `newel dev` builds, functions, installed handlers and the latest notices; a replaced file shows by itself. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.handlers'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.handlers'))), place]);
  // The server answers when a new build has come up, or has not: until then it loads.
  const loading = new Set();
  let latest = null;
  const draw = () => show(place, latest, loading);
  const stop = await ctx.keep('handlers', () => get('handlers'), found => { latest = found; draw(); });
  const unfollow = ctx.follow('handlers', (type, data) => {
    if (data.phase === 'loading') loading.add(data.source);
    else if (type === 'again') loading.clear();
    else if (!loading.delete(data.source)) return;
    draw();
  });
  return () => { unfollow(); stop(); };
}

/** Columns that a narrow window shows below the name, or not at all. */
const OPTIONAL = ['version', 'language', 'loadedAt', 'timeout', 'origin', 'build'];

/** A table with its title; `isRead`: one with nothing to press is moved by the keyboard as a whole. */
const section = (title, head, rows, isRead = false) => h('section.card.scroller', { key: title, 'aria-label': isRead ? title : null, tabindex: isRead ? 0 : null }, h('header', null, h('h2', null, title)),
  h('table.list', null, h('thead', null, h('tr', null, head.map(key => h('th', { scope: 'col', class: OPTIONAL.includes(key) ? 'opt' : key === 'invoke' ? 'end' : null }, t(`handlers.${key}`))))), h('tbody', null, rows)));

function show(place, { functions, handlers, notices, builds }, loading) {
  const installed = handlers.filter(handler => handler.kind === 'function' || handler.origin === 'dropped in'), made = functions.filter(item => item.isMade);
  // What is installed is a function of its own name until somebody makes one of that name: its failures are told with it.
  const own = item => functions.find(one => one.name === item.name && !one.isMade && item.kind === 'function'), runs = item => handlers.find(one => one.name === item.installed && one.kind === 'function');
  redraw(place, builds.map(buildCard),
    made.length > 0 && section(t('handlers.functions'), ['name', 'version', 'language', 'loadedAt', 'inFlight', 'timeout', 'state', 'lastError', 'invoke'], made.map(item => h('tr', { key: item.name, 'data-function': item.name },
      nameCell(item, [languageOf(item), `${item.timeout} s`, `${item.memory} MB`]), h('td.opt', null, item.version), h('td.opt', null, languageOf(item)), loadedCell(item), h('td', null, doing(item)),
      h('td.opt', null, `${item.timeout} s · ${item.memory} MB`), h('td', { 'data-source': runs(item)?.source || null }, runs(item) ? state(runs(item), buildOf(builds, runs(item)), loading) : item.package === 'Image' ? '–' : phase('active')), h('td', null, lastError(item)), h('td.end', null, invokeLink(item))))),
    section(t('handlers.installed'), ['name', 'language', 'origin', 'build', 'loadedAt', 'inFlight', 'state', 'lastError', 'invoke'], installed.map(item => h('tr', { key: item.name, 'data-handler': item.name },
      nameCell(item, [languageOf(item), t(`handlers.origin.${item.origin}`)]), h('td.opt', null, languageOf(item)), h('td.opt', { copies: item.source }, h('span', { title: item.source }, t(`handlers.origin.${item.origin}`))),
      h('td.opt', { copies: item.build }, item.build ? h('code', { title: item.build }, item.build.slice(0, 12)) : '–', item.builds.length > 1 && h('span.sub', null, ` ${t('handlers.builds', { count: item.builds.length })}`)),
      loadedCell(item), h('td', null, doing(item)), h('td', { 'data-source': item.source || null }, state(item, buildOf(builds, item), loading)), h('td', null, lastError(own(item))),
      h('td.end', null, item.kind === 'function' && invokeLink(item))))),
    notices.length > 0 && section(t('handlers.notices'), ['state', 'source', 'said'], [...notices].reverse().slice(0, 30).map(notice => h('tr', { key: notice.number, 'data-notice': notice.phase },
      h('td', null, phase(notice.phase)), h('td', null, notice.source.split('/').pop()), h('td', null, h('span.said', null, notice.message)))), true));
}

const nameCell = (item, facts) => h('td.name', null, h('div', null, item.kind === 'integration' ? item.name : h('a', { href: to(`/handlers/${encodeURIComponent(item.name)}`) }, item.name)), h('div.sub.narrow', null, facts.join(' · ')));

const loadedCell = item => h('td.opt', { title: time(item.loadedAt), copies: time(item.loadedAt) }, item.loadedAt ? since(item.loadedAt) : '–');

const invokeLink = item => h('a.btn.sm', { href: to(`/handlers/${encodeURIComponent(item.name)}`), 'aria-label': `${t('handlers.invoke')}: ${item.name}` }, `${t('handlers.invoke')}…`);

/** What went wrong last, and when. */
const lastError = item => (item?.lastError ? [h('span.fault', { title: time(item.lastError.at) }, item.lastError.message.slice(0, 120)), ' ', h('span.sub', null, since(item.lastError.at))] : '–');

/** What a handler is written in, and its runtime where Lambda knows one. */
export const languageOf = item => [item.language === 'program' ? t('handlers.program') : item.language, item.runtime].filter(Boolean).join(' · ') || '–';

/** Calls under way, with those that end on what has been replaced. */
const doing = item => [h('span', { 'data-fact': 'inFlight' }, item.inFlight), item.starting > 0 && h('span.sub', null, ` ${t('handlers.starting', { count: item.starting })}`), item.draining > 0 && sign('waiting', 'clock', t('handlers.draining', { count: item.draining }), { 'data-fact': 'draining' })];

function state(item, build, loading) {
  const name = loading.has(item.source) ? 'loading' : phaseOf(item, build), why = name === 'refused' ? item.notice.message : name === 'failed' ? build.output : '', [latest] = item.builds;
  return [phase(name), why && h('details', null, h('summary', null, t('handlers.why')), h('pre.json', { tabindex: 0 }, why)),
    name === 'active' && latest && h('span.sub', { title: time(latest.takenAt) }, ' ', since(latest.takenAt))];
}
