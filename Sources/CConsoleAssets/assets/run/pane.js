/** The details of what is selected: a state with what it was given and gave, or with nothing selected the run itself. */
import { h, chip, copyButton } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { span } from '../format.js';
import { clock } from './axis.js';
import { codeOf } from '../graph/icons.js';
import { tabList } from './tabs.js';
import { valueBlock } from '../json/tree.js';
import { visitFlow } from './dataflow.js';
import { describe, patternOf, exitsOf, lanesOf } from '../graph/asl.js';
import { canFork } from './fork.js';
import { calloutsFor } from './callouts.js';
import { itemsOf, countItems } from './history.js';
import { nestedRuns, mapRunView } from './links.js';
import { to } from '../place.js';

/** The tabs of a state in their order; those in brackets are there only when there is something in them. */
export const PANE_TABS = ['input', 'output', 'flow', 'details', 'definition', 'events', 'variables', 'log', 'attempts'];

export class Pane {
  /**
   * @param on what the page does: `tab(key)`, `visit(visit)`, `seek(id)`, `load(ref)`, `ask(request)` asks TestState, `logs(visit)` gives its lines, `policy()` the tab of
   * used permissions, `fork(entry, visit)` starts a new run from a state, and the actions of the callouts
   */
  constructor(on) {
    this.on = on;
    this.tab = 'input';
    this.runTab = 'summary';
    this.body = h('div', { class: 'body', id: 'pane-panel', role: 'tabpanel', tabindex: '0' });
    this.head = h('header', {});
    this.callouts = h('div', { class: 'callouts' });
    this.acts = h('div', { class: 'row acts' });
    this.tabs = tabList({ id: 'pane', label: t('pane.tabs'), panel: this.body, items: [], onChoose: key => this.choose(key) });
    this.element = h('aside', { class: 'pane', 'aria-label': t('pane.label') }, this.head, this.callouts, this.acts, this.tabs.element, this.body);
  }

  choose(key) {
    if (this.run?.selection) this.tab = key;
    else this.runTab = key;
    this.bodyKey = undefined;
    this.update(this.run);
    this.on.tab(key);
  }

  update(run) {
    this.run = run;
    const { selection } = run;
    const tabs = selection ? this.tabsOf(run, selection) : ['summary', 'policy', ...(Object.keys(run.view.variables).length ? ['variables'] : [])];
    this.tabs.set(tabs.map(key => ({ key, text: t(`pane.${key}`) })));
    const wanted = selection ? this.tab : this.runTab, chosen = tabs.includes(wanted) ? wanted : tabs[0];
    if (this.tabs.chosen !== chosen) this.tabs.select(chosen);
    this.drawHead(run, selection);
    calloutsFor(this.callouts, run, selection, this.on);
    const visit = selection?.visit, live = chosen === 'details' && visit?.to === null ? Math.floor(run.now() / 1000) : 0;
    const key = [run.selected, chosen, visit?.number, visit?.st, visit?.events.length, visit?.to, run.at, visit || selection ? 0 : `${run.view.status}|${run.view.end}|${run.events.length > 0}`,
      visit?.iterations?.size, live, run.view.redrives.length, chosen === 'log' ? this.on.logs(visit).length : 0].join('|');
    if (key === this.bodyKey) return;
    const isSame = this.bodyKey?.split('|').slice(0, 3).join('|') === key.split('|').slice(0, 3).join('|'), top = this.body.scrollTop;
    this.bodyKey = key;
    redraw(this.body, selection ? this.stateBody(chosen, run, selection) : this.runBody(chosen, run));
    this.body.scrollTop = isSame ? top : 0;
  }

  tabsOf(run, { entry, visit }) {
    const tabs = ['input', 'output', 'flow', 'details', 'definition', 'events'];
    if (entry.state.Assign || entry.language === 'JSONata' || visit?.assigned) tabs.push('variables');
    if (visit && this.on.logs(visit).length) tabs.push('log');
    if ((visit?.tries.length ?? 0) > 1) tabs.push('attempts');
    return tabs;
  }

  drawHead(run, selection) {
    const visits = selection?.visit ? run.visitsOf(run.selected) : [], key = selection ? `${run.selected}|${selection.visit?.st}|${selection.visit?.number}|${visits.length}` : `run|${run.status}`;
    if (key === this.headKey) return;
    this.headKey = key;
    if (!selection) {
      redraw(this.acts);
      redraw(this.head, h('h2', {}, t('pane.execution'), chip(codeOf(run.status))), h('div', { class: 'sub arn' }, h('span', {}, run.info.arn), copyButton(run.info.arn, t('pane.copyARN'))));
      return;
    }
    const { entry, visit } = selection, pattern = patternOf(entry.state, t);
    const items = visit ? itemsOf(visit).map(({ path, index }) => `${run.index.get(path)?.name ?? path} ${index + 1}`) : [];
    const place = visits.indexOf(visit), step = (by, sign, name) => h('button', { type: 'button', class: 'mini', key: name, 'aria-label': t(`pane.${name}`), title: t(`pane.${name}`), disabled: !visits[place + by], onclick: () => this.on.visit(visits[place + by]) }, sign);
    // Below what asks for an answer: that comes first.
    redraw(this.acts, lanesOf(entry.state).length ? h('button', { type: 'button', class: 'btn sm', id: 'fold', onclick: () => this.on.fold(entry.path) }, t('graph.fold')) : null, !canFork(visit) ? null : h('button', { type: 'button', class: 'btn sm', id: 'fork', onclick: () => this.on.fork(entry, visit) }, t('fork.open')));
    redraw(this.head, h('h2', {}, h('span', { class: 'name' }, entry.name), chip(codeOf(visit?.st))),
      h('div', { class: 'sub' }, [describe(entry.state, t), pattern, ...items].filter(Boolean).join(' · ')),
      visits.length > 1 ? h('div', { class: 'sub visits' }, step(-1, '◀', 'visitBefore'), t('pane.visit', { index: place + 1, count: visits.length }), step(1, '▶', 'visitAfter')) : null);
  }

  stateBody(tab, run, { entry, visit }) {
    const { load } = this.on, { state } = entry, attempt = visit?.tries.at(-1);
    switch (tab) {
      case 'input': {
        const shaped = attempt?.parameters, isShaped = shaped !== undefined && (state.Parameters !== undefined || state.Arguments !== undefined || typeof shaped !== 'string' || shaped !== visit.input);
        return [valueBlock(t('pane.stateInput'), visit?.input, { load, empty: t('pane.notRun'), name: `${entry.name}-input.json` }),
          isShaped ? valueBlock(t('pane.taskInput'), shaped, { load, note: entry.language === 'JSONata' ? t('pane.afterArguments') : t('pane.afterParameters') }) : null];
      }
      case 'output': {
        const result = visit?.result ?? visit?.submitted;
        return [valueBlock(t('pane.stateOutput'), visit?.output, { load, empty: t(visit ? 'pane.noOutput' : 'pane.notRun'), name: `${entry.name}-output.json` }),
          result !== undefined ? valueBlock(t(visit.result === undefined ? 'pane.submitted' : 'pane.taskResult'), result, { load }) : null, nestedRuns(visit)];
      }
      case 'flow': return visitFlow(entry, visit, { ask: this.on.ask, load, variables: this.variablesBefore(run, visit) });
      case 'details': return this.details(run, entry, visit);
      case 'definition': return valueBlock(t('pane.definition'), JSON.stringify(state), { name: `${entry.name}.asl.json` });
      case 'events': return this.events(run, visit);
      case 'variables': return this.variables(run, visit, load);
      case 'log': return h('pre', { class: 'code', tabindex: '0', role: 'region', 'aria-label': t('pane.log') }, this.on.logs(visit).map(line => `${clock(line.at)} ${line.level ? `${line.level} ` : ''}${line.line}\n`));
      case 'attempts': return this.attempts(run, visit, load);
      default: return null;
    }
  }

  details(run, entry, visit) {
    const { state } = entry, attempt = visit?.tries.at(-1), rows = [];
    const row = (name, value) => { if (value !== undefined && value !== null && value !== '') rows.push(h('dt', {}, name), h('dd', {}, value)); };
    row(t('details.type'), state.Type);
    row(t('details.resource'), state.Resource);
    row(t('details.language'), entry.language);
    row(t('details.started'), visit && `${clock(visit.from)} (+${span(visit.from - run.view.start)})`);
    row(t('details.ended'), visit?.to != null ? clock(visit.to) : undefined);
    row(t('details.duration'), visit && span((visit.to ?? run.now()) - visit.from));
    row(t('details.attempts'), visit?.tries.length || undefined);
    row(t('details.timeout'), attempt?.timeout && `${attempt.timeout} s`);
    row(t('details.heartbeat'), attempt?.heartbeat && `${attempt.heartbeat} s`);
    row(t('details.worker'), attempt?.worker);
    row(t('details.mapRun'), visit?.mapRunArn && h('span', { class: 'arn' }, visit.mapRunArn, copyButton(visit.mapRunArn)));
    if (visit?.iterations?.size) row(t('details.items'), Object.entries(countItems(visit)).map(([status, count]) => h('span', {}, chip(codeOf(status), String(count)), ' ')));
    row(t('details.lanes'), lanesOf(state).length > 1 ? lanesOf(state).length : undefined);
    const exits = exitsOf(state);
    row(t('details.next'), exits.length ? exits.map(exit => h('div', {}, exit.label ? `${exit.label} → ${exit.to}` : exit.to)) : t(state.End ? 'details.ends' : 'details.nowhere'));
    return [h('dl', { class: 'kv', tabindex: '0' }, rows), nestedRuns(visit), visit?.mapRunArn ? mapRunView(visit.mapRunArn) : null];
  }

  events(run, visit) {
    if (!visit) return h('p', { class: 'sub' }, t('pane.notRun'));
    return h('table', { class: 'ev' }, h('caption', { class: 'sr' }, t('pane.events')), h('thead', {}, h('tr', {}, ['#', t('events.type'), t('events.at')].map(text => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, visit.events.slice(0, 500).map(id => {
        const event = run.shown.eventOf[id];
        return h('tr', { key: id }, h('td', {}, String(id)), h('td', {}, event.type), h('td', {}, h('button', { type: 'button', class: 'link num', onclick: () => this.on.seek(id) }, `+${span(event.at - run.view.start)}`)));
      })));
  }

  /** The variables a state found: what visits before it in its scope and around it had assigned. */
  variablesBefore(run, visit) {
    const found = {};
    if (!visit) return found;
    const scopes = [];
    for (let { scope } = visit; scope; scope = scope.owner?.scope) scopes.unshift(scope);
    for (const scope of scopes) for (const other of scope.visits) if (other.number < visit.number && other.assigned && !other.assigned.ref && other.to !== null && other.to <= visit.from) Object.assign(found, other.assigned);
    return found;
  }

  variables(run, visit, load) {
    const show = variables => Object.entries(variables).map(([name, value]) => valueBlock(`$${name}`, value, { load }));
    const before = this.variablesBefore(run, visit), assigned = visit?.assigned;
    return [h('h3', {}, t('pane.variablesBefore')), Object.keys(before).length ? show(before) : h('p', { class: 'sub' }, t('pane.noVariables')),
      h('h3', {}, t('pane.variablesAssigned')), !assigned ? h('p', { class: 'sub' }, t('pane.noVariables')) : assigned.ref ? valueBlock(null, assigned, { load }) : show(assigned)];
  }

  attempts(run, visit, load) {
    return visit.tries.map((attempt, i) => h('section', { class: 'attempt' }, h('h3', {}, h('span', {}, t('attempts.title', { index: i + 1 })), chip(codeOf(attempt.st))),
      h('p', { class: 'sub' }, `+${span(attempt.from - run.view.start)} · ${span((attempt.to ?? run.now()) - attempt.from)}`),
      attempt.error !== undefined ? h('p', {}, h('b', {}, attempt.error), ' ', attempt.cause ?? '') : null, attempt.result !== undefined ? valueBlock(null, attempt.result, { load }) : null));
  }

  runBody(tab, run) {
    const { load } = this.on, { view, info } = run;
    if (tab === 'policy') return this.on.policy();
    if (tab === 'variables') return Object.entries(view.variables).map(([name, value]) => valueBlock(`$${name}`, value, { load }));
    const isOver = view.end !== null;
    return [info.definitionIsCurrent === false ? h('p', { class: 'note' }, t('pane.oldDefinition')) : null,
      valueBlock(t('pane.input'), view.input ?? info.input, { load, name: 'input.json' }),
      isOver && view.status !== 'succeeded' ? null : valueBlock(t('pane.output'), view.output, { load, name: 'output.json', empty: t('pane.noOutput') }),
      info.mapRunArn ? h('p', { class: 'sub' }, t('pane.childOf', { run: info.mapRunArn })) : null,
      h('p', { class: 'row' }, h('a', { href: to(`/machines/${encodeURIComponent(info.machine.name)}`) }, t('pane.toMachine')))];
  }
}
