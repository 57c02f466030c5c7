// `/handlers/:name`: one function: what it prints, and a call by hand.
import { APIError, get, post } from '../api.js';
import { buildCard, buildOf, phase, phaseOf } from '../builds.js';
import { add, field, h, put, sign, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { span, time } from '../format.js';
import { valueBlock } from '../json/tree.js';
import { runPath, to } from '../place.js';
import { t } from '../text.js';
import { languageOf } from './handlers.js';

const LINES_MAX = 2000, CALLS_MAX = 20;

/** Shows a function's builds, log and a form that calls it. */
export async function mount(root, { name }, ctx) {
  const found = await get('handlers'), { made, installed } = of(name, found);
  if (!made && !installed) throw new APIError(404, { message: t('handlers.missing', { name }) });
  ctx.setTitle(name);
  const calls = recentCalls();
  const notice = h('span', { id: 'notice', role: 'status' }), doing = h('dl.facts.kept'), development = h('div', { hidden: true }), kept = h('section.card', { hidden: true });
  const log = h('pre.json.log', { id: 'log', tabindex: 0, role: 'log', 'aria-label': t('handlers.log') }, h('span.sub', null, t('handlers.log.none')));
  add(root, [h('header.head', null, h('div', null, h('.crumbs', null, h('a', { href: to('/handlers') }, t('nav.handlers'))), h('h1', null, name, notice)), h('span.grow'),
    doing), h('.content.stack', null, development, h('.columns', null, invoke(name), h('section.card', null, h('header', null, h('h2', null, t('handlers.log'))), h('.in', null, log)), calls.card, kept))]);
  const show = found => {
    const { made, installed } = of(name, found), build = buildOf(found.builds, installed);
    redraw(notice, installed && (installed.notice || build && build.phase !== 'served') && phase(phaseOf(installed, build)));
    redraw(doing, facts(made, installed));
    redraw(development, build && buildCard(build));
    development.hidden = !build;
    redraw(kept, builds(installed));
    kept.hidden = !installed?.builds.length;
  };
  show(found);
  let isEmpty = true, isAsking = false, isOld = false;
  /** Asks anew how the handler stands; one question at a time. */
  async function again() {
    isOld = true;
    if (isAsking) return;
    isAsking = true;
    try {
      while (isOld) {
        isOld = false;
        show(await get('handlers'));
      }
    } catch (error) {
      // The next news asks again; whoever calls the function is told what is wrong.
      if (error.status === undefined) throw error;
    } finally { isAsking = false; }
  }
  const stops = [ctx.follow(`log:fn/${encodeURIComponent(name)}`, (type, data) => {
    if (type !== 'log') return;
    if (isEmpty) put(log);
    isEmpty = false;
    const isAtEnd = log.scrollTop + log.clientHeight > log.scrollHeight - 30;
    add(log, data.lines.map(line => h('div', { class: line.level ? `level-${line.level.toLowerCase()}` : null }, line.line)));
    while (log.childElementCount > LINES_MAX) log.firstChild.remove();
    if (isAtEnd) log.scrollTop = log.scrollHeight;
    calls.take(data.lines);
  }), ctx.follow('handlers', (type, data) => {
    // The server answers when a new build has come up, or has not: until then it loads.
    if (data.phase !== 'loading') again();
    else if (data.source === installed?.source) put(notice, phase(data.phase));
  })];
  return () => stops.forEach(stop => stop());
}

/** The function of a name, and what is installed that it runs, whatever that is called. */
function of(name, { functions, handlers }) {
  const made = functions.find(item => item.name === name), runs = made ? made.installed : name;
  return { made, installed: handlers.find(item => item.name === runs && item.kind === 'function') };
}

function facts(made, installed) {
  const item = made ?? installed;
  const fact = (key, value, title) => value !== undefined && value !== null && value !== '' && h('div', { 'data-fact': key }, h('dt', null, t(`handlers.${key}`)), h('dd', { title }, value));
  return [item && [fact('language', languageOf(item)), fact('loadedAt', since(item.loadedAt), time(item.loadedAt)), fact('inFlight', item.inFlight), item.draining > 0 && fact('drains', item.draining)],
    made && installed && made.name !== installed.name && fact('runs', h('a', { href: to(`/handlers/${encodeURIComponent(installed.name)}`) }, installed.name)), made && fact('timeout', `${made.timeout} s`), made && fact('memory', `${made.memory} MB`), installed && fact('origin', t(`handlers.origin.${installed.origin}`)), installed && fact('build', installed.build.slice(0, 12))];
}

/** What the lines around each call tell: the latest calls, the newest first. */
function recentCalls() {
  const body = h('tbody'), none = h('p.in.sub', null, t('handlers.calls.none')), list = [];
  const table = h('.scroller', { hidden: true }, h('table.list', { id: 'calls' }, h('thead', null, h('tr', null, ['ended', 'took', 'memory', 'state', 'by'].map(key => h('th', { scope: 'col' }, t(`handlers.${key}`))))), body));
  const take = lines => {
    for (const { id, at, line, execution } of lines) {
      const [, request, took] = /^REPORT RequestId: (\S+)\tDuration: ([\d.]+) ms/.exec(line) ?? [];
      if (!request) continue;
      const [, machine, name] = /:execution:([^:]+):([^:]+)$/.exec(execution ?? '') ?? [];
      list.unshift({ id, at, request, took: Number(took), memory: /Max Memory Used: (\d+ MB)/.exec(line)?.[1], failure: /Error Type: (\S+)/.exec(line)?.[1] ?? /Status: (\S+)/.exec(line)?.[1], machine, name });
    }
    list.length = Math.min(list.length, CALLS_MAX);
    table.hidden = !(none.hidden = list.length > 0);
    redraw(body, list.map(call => h('tr', { key: call.id, title: call.request }, h('td', null, time(call.at)), h('td', null, span(call.took)), h('td', null, call.memory ?? ''), h('td', null, sign(...call.failure ? ['failed', 'cross'] : ['succeeded', 'check'], call.failure ?? t('handlers.calls.ended'))),
      h('td', null, call.machine ? h('a', { href: to(runPath(call.machine, call.name)) }, call.name) : '–'))));
  };
  return { take, card: h('section.card', null, h('header', null, h('h2', null, t('handlers.calls'))), none, table) };
}

/** The form that calls the function. */
function invoke(name) {
  const key = `newel.payload.${name}`;
  const input = h('textarea', { rows: 9, spellcheck: 'false', id: 'payload', value: localStorage.getItem(key) ?? '{}' });
  const answer = h('div', { id: 'answer', role: 'status' });
  const button = h('button.btn.primary', null, t('handlers.invoke'));
  return h('section.card', null, h('header', null, h('h2', null, t('handlers.invoke'))), h('form.in', { onsubmit: async event => {
    event.preventDefault();
    button.disabled = true;
    const start = performance.now();
    try {
      JSON.parse(input.value);
      localStorage.setItem(key, input.value);
      const { payload, error } = await post(`handlers/${encodeURIComponent(name)}/invoke`, { payload: input.value });
      put(answer, h('.row', null, sign(...error ? ['failed', 'cross'] : ['succeeded', 'check'], error ?? t('status.SUCCEEDED')), h('span.sub', null, span(performance.now() - start))), valueBlock(null, payload, { name: `${name}.json` }));
    } catch (error) {
      put(answer, h('p.fault', null, error.status === undefined ? t('start.json', { problem: error.message }) : error.message));
    } finally { button.disabled = false; }
  } }, field(t('handlers.payload'), input), button, answer));
}

function builds(installed) {
  return installed?.builds.length ? [h('header', null, h('h2', null, t('handlers.builds.title'))), h('ul.in.plain', null, installed.builds.map(build => h('li', { key: build.sha256 }, h('code', null, build.sha256.slice(0, 12)), h('span.sub', { title: time(build.takenAt) }, ' ', since(build.takenAt)),
    build.sha256 === installed.build && [' ', phase('active')], build.crash && h('span.fault', null, ` ${build.crash}`))))] : null;
}
