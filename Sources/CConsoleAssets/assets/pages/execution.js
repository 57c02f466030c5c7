/** The page of one execution: header, graph, details, history drawer. All of it shows what `Run` holds, and every view of it has an address. */
import { h, put, say, sayError, openDialog, field } from '../dom.js';
import { t } from '../text.js';
import { get, post, endpoint } from '../api.js';
import { follow, opened } from '../stream.js';
import { Run } from '../run/run.js';
import { RunHeader } from '../run/header.js';
import { GraphPanel } from '../run/graph-panel.js';
import { Pane, PANE_TABS } from '../run/pane.js';
import { Drawer, DRAWER_TABS } from '../run/drawer.js';
import { splitters } from '../run/splitters.js';
import { openTest } from '../run/state-test.js';
import { policyTab } from '../run/policy.js';
import { openFork } from '../run/fork.js';
import { compareView } from '../run/compare.js';

/** How often what runs is painted anew between events. */
const TICK = 250;
/** How often a page that catches up with a long history shows how far it is. */
const CATCH_UP = 200;

/** Shows the page. */
export async function mount(root, params, ctx) {
  const info = await get(`${endpointOf(params)}`);
  const page = new ExecutionPage(root, info, params, ctx);
  await page.begin();
  return () => page.end();
}

const endpointOf = params => `executions/${encodeURIComponent(params.machine)}/${encodeURIComponent(params.execution)}`;

class ExecutionPage {
  constructor(root, info, params, ctx) {
    Object.assign(this, { root, ctx, path: endpointOf(params), run: new Run(info), stops: [], isFollowing: true });
    const on = this.actions();
    this.header = new RunHeader(on);
    this.graph = new GraphPanel(on);
    this.pane = new Pane(on);
    this.drawer = new Drawer({ ...on, tab: key => ctx.setQuery({ view: key === 'timeline' ? null : key }) });
    this.banner = h('div', { class: 'banner', role: 'status', hidden: true });
    this.columns = h('div', { class: 'columns3 run' }, this.graph.element, this.pane.element, this.drawer.element);
  }

  async begin() {
    const { ctx, run, root } = this;
    // Unseen until the first events are drawn: what they bring would move buttons away from who is about to press one.
    root.classList.add('page-run', 'coming');
    put(root, this.header.element, this.banner, this.columns);
    // The events are on their way while the graph is drawn.
    let early = [];
    const heard = act => (type, data) => (early ? early.push(() => act(type, data)) : act(type, data));
    this.stops.push(follow(`history:${run.id}`, heard((type, data) => this.hear(type, data))), follow(`log:${run.id}`, heard((type, data) => this.hearLog(type, data))), follow('tokens', () => this.askBeats().catch(() => {})));
    await opened();
    this.graph.show(run);
    this.stops.push(splitters(this.columns), this.bindKeys(), ctx.provide(() => this.entries()));
    this.restore(ctx.query);
    for (const act of early) act();
    early = null;
    const timer = setInterval(() => this.tick(), TICK);
    const observer = new MutationObserver(() => this.graph.repaint(run));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    this.stops.push(() => clearInterval(timer), () => clearTimeout(this.catchingUp), () => observer.disconnect(), () => cancelAnimationFrame(this.frame), () => this.graph.destroy(), () => this.drawer.destroy());
    if (ctx.query.get('vs')) this.compare(ctx.query.get('vs')).catch(sayError);
    this.update();
  }

  end() { for (const stop of this.stops.splice(0)) stop?.(); }

  /** What the parts of the page ask for. */
  actions() {
    const { run, ctx } = this, pathOf = action => `${this.path}/${action}`;
    const attempt = async (work, done) => {
      try {
        await work();
        if (done) say(done);
      } catch (error) { sayError(error); }
    };
    return {
      visit: visit => this.select(visit.path, visit), path: path => this.select(path),
      pick: (path, index) => { run.picks.set(path, index); this.isFollowing = false; ctx.setQuery(run.place); this.update(); },
      tab: key => ctx.setQuery({ tab: key === 'input' || key === 'summary' ? null : key }),
      seek: id => this.seek(id), load: ref => this.load(ref), logs: visit => this.logsOf(visit), log: () => this.pane.choose('log'), pan: () => { this.isFollowing = false; this.graph.setFollowing(false); },
      follow: isOn => { this.isFollowing = isOn; this.update(); },
      ask: request => post('test-state', { ...request, roleArn: run.info.machine.roleArn }), policy: () => policyTab(run, this.path),
      fold: path => this.graph.graph.toggle(path),
      fork: (entry, visit) => openFork({ entry, visit, path: this.path, load: ref => this.load(ref), ctx, isChild: run.info.mapRunArn !== undefined }),
      answer: visit => attempt(() => post('tokens/success', { token: visit.token, output: '"approved"' }), t('wait.approved')),
      deny: visit => attempt(() => post('tokens/failure', { token: visit.token, error: 'Denied', cause: t('wait.deniedCause') }), t('wait.denied')),
      heartbeat: visit => attempt(async () => { await post('tokens/heartbeat', { token: visit.token }); await this.askBeats(); }, t('wait.beaten')),
      answerOther: visit => this.answerOther(visit),
      stop: () => this.confirm(t('run.stopTitle'), t('run.stopText'), t('run.stop'), () => post(pathOf('stop'), {})),
      redrive: () => attempt(() => post(pathOf('redrive'), {}), t('run.redriven')),
      again: () => import('../start.js').then(module => module.openStart(run.info.machine, ctx, { input: this.inputText() }), sayError),
      test: (entry, visit) => openTest({ entry, input: visit?.input, variables: this.pane.variablesBefore(run, visit), roleArn: run.info.machine.roleArn, machine: run.info.machine.name, load: ref => this.load(ref) }),
      edit: (entry, visit) => ctx.go(ctx.to(`/machines/${encodeURIComponent(run.info.machine.name)}/edit`, { run: run.info.name, from: entry.path, state: entry.path, at: visit?.number })),
      compare: () => this.askCompare(),
    };
  }

  hear(type, data) {
    if (type === 'history') {
      this.run.add(data.events);
      if (this.wantedAt && this.run.live.view.seen >= this.wantedAt && this.run.at === null) this.seek(this.wantedAt);
      this.restoreFork();
      // Of what is long past not every piece is drawn, and the graph does not follow it.
      this.isBehind = data.hasMore === true;
      if (this.isBehind) this.catchingUp ??= setTimeout(() => this.schedule(), CATCH_UP);
      else this.schedule();
      if (!this.isBehind && this.owing().some(visit => visit.beatAt === undefined)) this.askBeats().catch(() => {});
    } else if (type === 'refused') {
      // There is nothing to wait for.
      this.root.classList.remove('coming');
      this.run.doWithoutEvents();
      this.update();
      sayError(data);
    }
  }

  /** Asks when heartbeats of tasks that wait are due: whoever works on them is heard of by the server alone. */
  async askBeats() {
    const owing = this.owing();
    if (!owing.length) return;
    const { tokens } = await get('tokens'), due = new Map(tokens.map(task => [task.token, task.heartbeatAt]));
    for (const visit of owing) if (due.get(visit.token)) visit.beatAt = due.get(visit.token) - visit.tries.at(-1).heartbeat * 1_000;
    this.schedule();
  }

  /** Tasks that wait for somebody who has to be heard of meanwhile. */
  owing() { return this.run.live.leaves.filter(visit => visit.st === 'waiting' && visit.tries.at(-1)?.heartbeat); }

  hearLog(type, data) {
    if (type !== 'log') return;
    this.drawer.views.logs.add(data.lines);
    this.schedule();
  }

  /** The lines that a visit's handler wrote. */
  logsOf(visit) {
    if (!visit) return [];
    return this.drawer.views.logs.lines.filter(line => this.run.shown.visitOf[line.task] === visit);
  }

  /** Draws at the next frame, once for all events that arrive before it. */
  schedule() {
    clearTimeout(this.catchingUp);
    this.catchingUp = undefined;
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.update();
    });
  }

  update() {
    const { run } = this;
    if (this.announced !== undefined && this.announced !== run.live.view.status && run.live.view.end !== null) say(t(`said.${run.live.view.status}`));
    this.announced = run.events.length ? run.live.view.status : undefined;
    if (run.events.length) this.root.classList.remove('coming');
    this.header.update(run);
    this.graph.paint(run, this.isFollowing && !this.isBehind, this.isBehind !== false);
    this.pane.update(run);
    this.drawer.update(run);
    this.drawBanner();
    this.ctx.setTitle(`${t(`status.${run.live.view.status === 'timedout' ? 'TIMED_OUT' : run.status.toUpperCase()}`)} · ${run.info.name} · ${run.info.machine.name}`);
  }

  tick() {
    const { run } = this;
    if (!run.isMoving || document.hidden) return;
    this.header.update(run);
    this.graph.paint(run, false, true);
    this.pane.update(run);
    this.drawer.tick(run);
  }

  drawBanner() {
    const { run } = this, key = run.at === null ? '' : `${run.at}|${run.view.last}`;
    if (this.banner.dataset.key === key) return;
    this.banner.dataset.key = key;
    this.banner.hidden = run.at === null;
    if (run.at !== null) {
      put(this.banner, t('scrub.looking', { time: this.drawer.when.textContent }), ' ', h('button', { type: 'button', class: 'btn sm', id: 'back-to-now', onclick: () => this.seek(null) }, t(run.live.view.end === null ? 'scrub.toNow' : 'scrub.toEnd')));
    }
  }

  select(path, visit) {
    const { run } = this;
    if (visit) run.selectVisit(visit);
    else run.selectState(path);
    this.graph.select(run.selected);
    this.ctx.setQuery(run.place);
    this.update();
  }

  seek(id) {
    this.run.seek(id);
    this.wantedAt = null;
    this.ctx.setQuery({ at: this.run.at });
    this.update();
  }

  /** Shows what the address says. */
  restore(query) {
    const { run } = this;
    run.place = Object.fromEntries(['state', 'iter', 'items', 'visit'].map(name => [name, query.get(name)]));
    if (run.selected !== null) this.graph.select(run.selected);
    if (PANE_TABS.includes(query.get('tab'))) this.pane.tab = query.get('tab');
    if (query.get('tab') === 'policy') this.pane.runTab = 'policy';
    this.wantedFork = query.get('fork');
    if (DRAWER_TABS.includes(query.get('view'))) this.drawer.choose(query.get('view'));
    this.wantedAt = Number(query.get('at')) || null;
  }

  /** Opens the fork that the address asks for, once the state's visit is there. */
  restoreFork() {
    const { run } = this, entry = this.wantedFork ? run.index.get(this.wantedFork) : undefined, visit = entry && run.picture.visits.get(entry.path);
    if (!visit) return;
    this.wantedFork = null;
    this.header.on.fork(entry, visit).catch(sayError);
  }

  async load(ref) {
    const cut = ref.indexOf('/'), query = { event: ref.slice(0, cut), member: ref.slice(cut + 1) };
    const reply = await fetch(endpoint(`${this.path}/payload`, query), { headers: { 'X-Console': '1' } });
    if (!reply.ok) throw new Error(t('json.lost', { status: reply.status }));
    return reply.text();
  }

  /** The input of the run as text, when it is known without asking. */
  inputText() {
    const { input } = this.run.live.view;
    return typeof input === 'string' ? input : undefined;
  }

  answerOther(visit) {
    const output = h('textarea', { class: 'json', rows: 8, spellcheck: 'false', value: '{\n  "approved": true\n}' }), problem = h('p', { class: 'bad', role: 'alert' });
    openDialog(t('wait.otherTitle', { name: visit.name }), close => h('form', { onsubmit: async event => {
      event.preventDefault();
      try {
        JSON.parse(output.value);
        await post('tokens/success', { token: visit.token, output: output.value });
        close();
        say(t('wait.answered'));
      } catch (error) { problem.textContent = error.message; }
    } }, field(t('wait.otherLabel'), output), problem, h('footer', {}, h('button', { type: 'button', class: 'btn', onclick: close }, t('cancel')), h('button', { class: 'btn primary' }, t('wait.send')))));
  }

  confirm(title, text, word, act) {
    openDialog(title, close => h('form', { onsubmit: async event => {
      event.preventDefault();
      close();
      await act().catch(sayError);
    } }, h('p', {}, text), h('footer', {}, h('button', { type: 'button', class: 'btn', onclick: close }, t('cancel')), h('button', { class: 'btn deny', id: 'confirm' }, word))));
  }

  askCompare() {
    const other = h('input', { type: 'text', required: true, placeholder: t('compare.placeholder') });
    const list = h('datalist', { id: 'compare-runs' });
    other.setAttribute('list', 'compare-runs');
    get(`machines/${encodeURIComponent(this.run.info.machine.name)}/executions`).then(({ executions }) => put(list, executions.filter(one => one.name !== this.run.info.name).map(one => h('option', { value: one.name }))), sayError);
    openDialog(t('compare.title'), close => h('form', { onsubmit: event => {
      event.preventDefault();
      close();
      this.compare(other.value).catch(sayError);
    } }, field(t('compare.label'), other, t('compare.hint')), list, h('footer', {}, h('button', { type: 'button', class: 'btn', onclick: close }, t('cancel')), h('button', { class: 'btn primary' }, t('compare.show')))));
  }

  /** Shows a second run beside this one, in place of the drawer and the graph. */
  async compare(name) {
    const [machine, execution] = name.includes('/') ? name.split('/') : [this.run.info.machine.name, name];
    const view = await compareView(this.run, { machine, execution }, {
      select: path => this.select(path), close: () => {
        this.ctx.setQuery({ vs: null });
        view.destroy();
        put(this.root, this.header.element, this.banner, this.columns);
        this.update();
      },
    });
    this.ctx.setQuery({ vs: name });
    this.stops.push(() => view.destroy());
    put(this.root, this.header.element, view.element);
  }

  /** What ⌘K finds on this page. */
  entries() {
    const { run, header: { on } } = this, isOver = run.live.view.end !== null, act = (key, go) => ({ kind: t('palette.action'), text: t(key), run: go });
    return [...[...run.index.values()].map(({ path, name }) => ({ kind: t('palette.state'), text: name, run: () => this.select(path) })), act('run.again', on.again), act('run.compare', on.compare),
      ...(!isOver ? [act('run.stop', on.stop)] : run.live.view.status === 'succeeded' ? [] : [act('run.redrive', on.redrive)])];
  }

  bindKeys() {
    const { ctx, run } = this, on = this.header.on, key = (text, act) => [t(`keys.run.${text}`), act];
    const waiting = () => run.at === null && run.live.leaves.find(visit => visit.st === 'waiting' && visit.token);
    const map = {
      '[': key('back', () => this.drawer.step(-1)), ']': key('on', () => this.drawer.step(1)), '.': key('now', () => this.seek(null)), f: key('fit', () => this.graph.fit()),
      '+': key('zoomIn', () => this.graph.zoom(1.2)), '-': key('zoomOut', () => this.graph.zoom(1 / 1.2)), n: key('again', () => on.again()), r: key('redrive', () => { if (run.live.view.end !== null && run.live.view.status !== 'succeeded') on.redrive(); }),
      a: key('approve', () => { const visit = waiting(); if (visit) this.confirm(t('wait.title'), visit.name, t('wait.approve'), async () => on.answer(visit)); }), Escape: key('clear', () => this.select(null)),
    };
    for (const tab of DRAWER_TABS) map[{ timeline: 't', states: 's', events: 'e', logs: 'l' }[tab]] = [t(`drawer.${tab}`), () => this.drawer.choose(tab, true)];
    for (let i = 1; i <= 6; i++) map[String(i)] = [t('keys.run.tab', { index: i }), () => { const item = this.pane.tabs.items[i - 1]; if (item) this.pane.choose(item.key); }];
    return ctx.bind(map);
  }
}

