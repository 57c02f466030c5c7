// `/machines/:name`: executions, definition, versions and aliases, settings.
import { action, get, put as replace } from '../api.js';
import { add, chip, copyButton, field, h, openDialog, put, say, sayError, tabs } from '../dom.js';
import { span, time } from '../format.js';
import { drawing } from '../drawing.js';
import { own, redraw } from '../redraw.js';
import { valueBlock } from '../json/tree.js';
import { runPath, to } from '../place.js';
import { openStart } from '../start.js';
import { t } from '../text.js';

const FILTERS = ['', 'RUNNING', 'WAITING', 'RETRYING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** Shows a machine; `?tab=` says which tab. */
export async function mount(root, { name }, ctx) {
  const machine = await get(`machines/${encodeURIComponent(name)}`);
  const subject = { name, arn: machine.stateMachineArn, type: machine.type };
  ctx.setTitle(name);
  let leave = () => {};
  const show = render => panel => { leave(); leave = render(panel, machine, subject, ctx) ?? (() => {}); };
  add(root, h('header.head', null,
    h('div', null, h('.crumbs', null, h('a', { href: to('/') }, t('machines.title'))), h('h1', null, name)), h('span.grow'),
    h('dl.facts', null, [[t('machines.type'), machine.type], [t('machine.created'), time(machine.createdAt)]].map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value)))),
    copyButton(machine.stateMachineArn, t('machine.copy')), h('a.btn', { href: to(`/machines/${encodeURIComponent(name)}/edit`) }, t('machine.edit')),
    h('button.btn.primary', { id: 'start', onclick: () => openStart(subject, ctx) }, t('machines.start'))));
  const view = tabs(t('machine.tabs'), [['executions', t('machine.executions'), show(executions)], ['definition', t('machine.definition'), show(definition)],
    ['versions', t('machine.versions'), show(versions)], ['settings', t('machine.settings'), show(settings)]], ctx.query.get('tab'), tab => ctx.setQuery({ tab: tab === 'executions' ? null : tab }));
  add(root, [h('.bar', null, view.bar), view.panel]);
  const unbind = ctx.bind({ n: [t('machine.key.start'), () => openStart(subject, ctx)] });
  return () => { leave(); unbind(); };
}

function executions(panel, machine, subject, ctx) {
  const status = h('select.box-select', { id: 'status', 'aria-label': t('machine.status'), onchange: () => filter() }, FILTERS.map(value => h('option', { value, selected: value === (ctx.query.get('status') ?? '') }, value ? t(`status.${value}`) : t('machine.all'))));
  const text = h('input', { type: 'search', id: 'q', 'aria-label': t('machine.find'), placeholder: t('machine.find'), value: ctx.query.get('q') ?? '', oninput: () => filter() });
  const from = h('input', { type: 'datetime-local', id: 'from', 'aria-label': t('machine.from'), title: t('machine.from'), value: ctx.query.get('from') ?? '', oninput: () => { ctx.setQuery({ from: from.value || null }); show(); } });
  const body = h('tbody');
  const more = h('button.btn', { hidden: true, onclick: () => load(cursor) }, t('more'));
  const place = h('.content.stack');
  const table = own(h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, ['name', 'status', 'started', 'duration'].map(key => h('th', { scope: 'col', class: key === 'duration' ? 'opt' : null }, t(`machine.${key}`))))), body)));
  const note = machine.type === 'EXPRESS' && h('p.sub', { id: 'express-note' }, t('machine.express'));
  add(panel, [h('.bar.row.in', null, status, text, from, note), place]);
  let cursor = null;
  let runs = [];
  // Of the list that is shown; what is asked for by now may be another.
  let isFiltered = false;
  function show() {
    const since = from.value ? Date.parse(from.value) : 0;
    const shown = runs.filter(run => run.startDate >= since);
    redraw(body, shown.map(run => h('tr', { key: run.name, 'data-run': run.name },
      h('td.name', null, h('a', { href: to(runPath(subject.name, run.name)) }, run.name)),
      h('td', null, chip(run.phase ?? run.status, run.redriveCount ? `↻${run.redriveCount}` : ''), run.state && h('span.sub', null, ` ${run.state}`)),
      h('td.when', null, time(run.startDate), run.stopDate && h('div.sub.narrow', null, span(run.stopDate - run.startDate))), h('td.opt', null, run.stopDate ? span(run.stopDate - run.startDate) : '–'))));
    redraw(place, shown.length || isFiltered || from.value ? [table, !shown.length && h('p.sub', { role: 'status' }, t('machine.nothing')), more] : empty(subject, ctx));
    more.hidden = !cursor;
  }
  let turn = 0;
  let looking = 0;
  async function load(after = null, { isWhole = true } = {}) {
    const mine = ++turn, before = after ? runs : [], wanted = { status: status.value, q: text.value.trim() };
    let page, next = after;
    looking++;
    try {
      // What is looked for may lie far back.
      do {
        page = await get(`machines/${encodeURIComponent(subject.name)}/executions`, { ...wanted, cursor: next });
        // Asked again meanwhile, perhaps for something else.
        if (mine !== turn) return;
        next = page.cursor;
      } while (isWhole && next && !page.executions.length);
    } finally { looking--; }
    runs = [...before, ...page.executions];
    if (isWhole || page.executions.length) cursor = next;
    isFiltered = Boolean(wanted.status || wanted.q);
    show();
    if (isOld) refresh();
  }
  // Further pages stay as they were read; what is new is on the first, and where nothing was found only that is looked at anew. A look that goes far back is not broken off.
  let isOld = false;
  function refresh() {
    isOld = looking > 0;
    if (!isOld && runs.length <= 50) load(null, { isWhole: runs.length > 0 }).catch(() => {});
  }
  let timer = 0;
  function filter() {
    ctx.setQuery({ status: status.value || null, q: text.value.trim() || null });
    clearTimeout(timer);
    timer = setTimeout(() => load().catch(sayError), 120);
  }
  load().catch(sayError);
  const stop = ctx.follow('executions', refresh);
  return () => { turn++; clearTimeout(timer); stop(); };
}

function empty(subject, ctx) {
  const line = `aws stepfunctions start-execution --endpoint-url ${location.origin} --state-machine-arn ${subject.arn} --input '{}'`;
  return h('.empty', null, h('h2', null, t('machine.norun')), h('.row', null, h('button.btn.primary', { onclick: () => openStart(subject, ctx) }, t('machines.start'))),
    h('p', null, t('machine.norun.or')), h('pre.json', { tabindex: 0 }, line), copyButton(line));
}

function definition(panel, machine) {
  const host = h('section.canvas.picture', { 'aria-label': t('machine.graph') });
  add(panel, h('.content.columns', null, h('section.card', null, host),
    h('section.card', null, h('header', null, h('h2', null, t('machine.definition')), h('span.grow'), copyButton(machine.definition)), h('.in', null, valueBlock(null, machine.definition, { name: `${machine.name}.asl.json`, hasCopy: false })))));
  return drawing(host, machine.definition);
}

function versions(panel, machine, subject, ctx) {
  const again = () => ctx.go(location.pathname + location.search, { replace: true });
  const publish = async () => {
    try { await action('states', 'PublishStateMachineVersion', { stateMachineArn: subject.arn }); again(); } catch (error) { sayError(error); }
  };
  const list = (title, items, button) => h('section.card', null, h('header', null, h('h2', null, title), h('span.grow'), button), h('ul.in.plain.rows', null, items.length ? items : h('li.sub', null, t('none'))));
  add(panel, h('.content.columns', null,
    list(t('machine.versions.list'), machine.versions.map(version => h('li', null, h('span', null, version.arn.split(':').pop()), h('span.sub', null, time(version.createdAt)),
      h('button.btn.sm', { 'aria-label': `${t('machines.start')} ${version.arn.split(':').pop()}`, onclick: () => openStart({ ...subject, arn: version.arn }, ctx) }, t('machines.start')), copyButton(version.arn))), h('button.btn.sm', { id: 'publish', onclick: publish }, t('machine.publish'))),
    list(t('machine.aliases.list'), machine.aliases.map(alias => h('li', null, h('span', null, alias.name), h('span.sub', null, alias.routes.map(route => `${route.stateMachineVersionArn.split(':').pop()}: ${route.weight} %`).join(', ')),
      h('button.btn.sm', { 'aria-label': `${t('machines.start')} ${alias.name}`, onclick: () => openStart({ ...subject, arn: alias.arn }, ctx) }, t('machines.start')), copyButton(alias.arn))),
      h('button.btn.sm', { id: 'alias', disabled: !machine.versions.length, onclick: () => makeAlias(machine, again) }, t('machine.alias')))));
}

function makeAlias(machine, done) {
  openDialog(t('machine.alias'), close => {
    const name = h('input', { type: 'text', required: true });
    const version = h('select.box-select', null, machine.versions.map(item => h('option', { value: item.arn }, item.arn.split(':').pop())));
    const fault = h('p.fault', { role: 'alert' });
    return h('form', { onsubmit: async event => {
      event.preventDefault();
      try {
        await action('states', 'CreateStateMachineAlias', { name: name.value, routingConfiguration: [{ stateMachineVersionArn: version.value, weight: 100 }] });
        close();
        done();
      } catch (error) { put(fault, error.message); }
    } }, field(t('machines.name'), name), field(t('machine.version'), version), fault, h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', null, t('save'))));
  });
}

function settings(panel, machine, subject, ctx) {
  const role = h('input', { type: 'text', value: machine.roleArn, spellcheck: 'false' });
  const level = h('select.box-select', null, ['OFF', 'ERROR', 'FATAL', 'ALL'].map(value => h('option', { value, selected: value === (machine.loggingConfiguration?.level ?? 'OFF') }, value)));
  const group = h('input', { type: 'text', value: machine.loggingConfiguration?.destinations?.[0]?.cloudWatchLogsLogGroup?.logGroupArn ?? '', spellcheck: 'false' });
  const tagged = h('textarea', { rows: 4, spellcheck: 'false', value: machine.tags.map(tag => `${tag.key}=${tag.value}`).join('\n') });
  const fault = h('p.fault', { role: 'alert' });
  const save = async event => {
    event.preventDefault();
    put(fault);
    try {
      const destinations = group.value ? [{ cloudWatchLogsLogGroup: { logGroupArn: group.value } }] : [];
      await replace(`machines/${encodeURIComponent(subject.name)}`, { roleArn: role.value, loggingConfiguration: { level: level.value, includeExecutionData: level.value !== 'OFF', destinations } });
      const tags = tagged.value.split('\n').filter(line => line.includes('=')).map(line => ({ key: line.slice(0, line.indexOf('=')).trim(), value: line.slice(line.indexOf('=') + 1).trim() }));
      const gone = machine.tags.map(tag => tag.key).filter(key => !tags.some(tag => tag.key === key));
      if (gone.length) await action('states', 'UntagResource', { resourceArn: subject.arn, tagKeys: gone });
      if (tags.length) await action('states', 'TagResource', { resourceArn: subject.arn, tags });
      machine.tags = tags;
      say(t('machine.saved'));
    } catch (error) { put(fault, error.message); }
  };
  const remove = () => openDialog(t('machine.delete', { name: subject.name }), close => h('.in', null, h('p', null, t('machine.delete.text')), h('.actions', null, h('button.btn', { onclick: close }, t('cancel')),
    h('button.btn.deny', { id: 'delete-now', onclick: async () => { try { await action('states', 'DeleteStateMachine', { stateMachineArn: subject.arn }); close(); ctx.go(to('/')); } catch (error) { close(); sayError(error); } } }, t('delete')))));
  add(panel, h('.content.columns', null, h('form.card', { onsubmit: save }, h('.in', null, field(t('machine.role'), role), field(t('machine.log'), level), field(t('machine.log.group'), group), field(t('machine.tags'), tagged, t('machine.tags.hint')), fault,
    h('.row', null, h('button.btn.primary', null, t('save')), h('span.grow'), h('button.btn.deny', { type: 'button', id: 'delete', onclick: remove }, t('delete')))))));
}
