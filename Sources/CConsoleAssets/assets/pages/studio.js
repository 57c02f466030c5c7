/** The Studio: one definition in three views. Design changes its text by patches, Code is the text, Config is what is set beside it. */
import { h, put, say, sayError } from '../dom.js';
import { t } from '../text.js';
import { get } from '../api.js';
import { Document } from '../studio/document.js';
import { Canvas } from '../studio/canvas.js';
import { Palette, paletteGroups } from '../studio/palette.js';
import { Inspector } from '../studio/inspector.js';
import { Problems, isPlaceholder } from '../studio/problems.js';
import { Config } from '../studio/config.js';
import { TestsCard } from '../studio/tests.js';
import { moveTests } from '../run/stored-tests.js';
import { moveByKey, placeByKey } from '../studio/placing.js';
import { placeAfter } from '../studio/slots.js';
import { runAgain, save, saveAndRun } from '../studio/saving.js';
import { Editor } from '../studio/editor.js';
import { stateRanges } from '../studio/editor-folds.js';
import { suggestionsAt, INTEGRATIONS } from '../studio/completion.js';
import { readJSON, nodeAt, memberOf, prettyJSON } from '../json/text.js';
import { SEPARATOR, statesOf } from '../graph/asl.js';
import { freshNames, insertState, deleteState, renameState, moveState, setField, setNext, replaceState, stateText, statePath, lanePath, uniqueName } from '../studio/edits.js';
import { openTest } from '../run/state-test.js';

const MODES = ['design', 'code', 'config'];
const BLANK = '{\n  "StartAt": "",\n  "States": {}\n}\n';

/** Shows the page. */
export async function mount(root, params, ctx) {
  const page = new StudioPage(root, await machineOf(params.name), ctx);
  page.begin();
  return () => page.end();
}

/** The machine of a name, or a new one with the text that was put down for it. */
async function machineOf(name) {
  const draft = sessionStorage.getItem(`newel.draft.${name}`);
  if (draft !== null && !(await get('machines')).machines.some(machine => machine.name === name)) return { name, type: 'STANDARD', definition: draft || BLANK };
  return get(`machines/${encodeURIComponent(name)}`);
}

class StudioPage {
  constructor(root, machine, ctx) {
    Object.assign(this, { root, machine, ctx, document: new Document(machine.definition), selected: null, known: { resources: [] }, stops: [], mode: 'design', hasSettingsChanged: !machine.stateMachineArn });
    const editing = { undo: () => this.undo(), redo: () => this.redo(), foldable: stateRanges };
    this.canvas = new Canvas({ select: path => this.select(path), drop: (item, place) => this.insert(item, place), move: (path, place) => this.move(path, place), rename: (path, name) => this.rename(this.document.index.get(path), name) });
    this.palette = new Palette({ onInsert: (item, event) => this.insertAfterSelected(item, event), onDrag: drag => this.canvas.drag(drag) });
    this.inspector = new Inspector(this.inspectorActions(), this.known, editing);
    this.problems = new Problems({ onShow: problems => { this.editor.setProblems(problems); this.inspector.setProblems(problems); }, onGo: problem => this.goTo(problem) });
    this.editor = new Editor({ label: t('studio.editor'), onInput: text => this.typed(text), onUndo: editing.undo, onRedo: editing.redo, suggest: (text, offset) => suggestionsAt(text, offset, this.known), foldable: stateRanges });
    const tests = new TestsCard({ machine: () => this.machine.name, entry: path => this.document.index.get(path), roleArn: () => this.roleArn, open: (entry, test) => this.openTest(entry, test) });
    this.config = new Config({ timeout: seconds => this.change(text => setField(text, [], 'TimeoutSeconds', seconds)), comment: text => this.change(old => setField(old, [], 'Comment', text)), changed: () => { this.hasSettingsChanged = true; this.drawHead(); } }, tests);
    this.head();
  }

  head() {
    const button = (id, text, act, kind = 'btn') => h('button', { type: 'button', class: kind, id, onclick: act }, text);
    this.modes = h('div', { class: 'seg', role: 'group', 'aria-label': t('studio.mode') }, MODES.map(mode => button(`mode-${mode}`, t(`studio.${mode}`), () => this.setMode(mode), null)));
    this.undoButton = button('undo', t('studio.undo'), () => this.undo());
    this.redoButton = button('redo', t('studio.redo'), () => this.redo());
    this.saveButton = button('save', t('studio.save'), () => save(this));
    this.runButton = button('save-run', t('studio.saveAndRun'), () => saveAndRun(this), 'btn primary');
    this.again = this.ctx.query.get('run') ? button('run-again', t('studio.runAgain'), () => runAgain(this), 'btn primary') : null;
    this.changed = h('span', { class: 'sub', role: 'status' });
    const { to } = this.ctx;
    this.header = h('section', { class: 'head', 'aria-label': t('studio.head') }, h('div', { class: 'headname' }, h('nav', { class: 'crumbs', 'aria-label': t('run.crumbs') }, h('a', { href: to('/') }, t('nav.machines')), ' / ', this.machine.stateMachineArn ? h('a', { href: to(`/machines/${encodeURIComponent(this.machine.name)}`) }, this.machine.name) : t('studio.new')), h('h1', {}, this.machine.name)),
      h('span', { class: 'grow' }), this.modes, h('span', { class: 'grow' }), this.changed, this.undoButton, this.redoButton, this.saveButton, this.again ?? this.runButton);
    this.foldButton = h('button', { type: 'button', class: 'btn sm', id: 'fold-states', onclick: () => this.editor.foldStates() }, t('editor.fold'));
    this.findButton = h('button', { type: 'button', class: 'btn sm', id: 'find-text', onclick: () => this.editor.find.open() }, t('editor.find'));
    this.formatButton = h('button', { type: 'button', class: 'btn sm', id: 'format-text', onclick: () => this.layOut() }, t('editor.format'));
    this.code = h('section', { class: 'codepane', 'aria-label': t('studio.code') }, h('div', { class: 'codetools' }, this.foldButton, this.findButton, this.formatButton, h('span', { class: 'grow' }), h('span', { class: 'sub' }, t('editor.leave'))), this.editor.element);
    this.main = h('div', { class: 'studio' });
  }

  begin() {
    const { root, ctx } = this;
    root.classList.add('page-run');
    put(root, this.header, this.main);
    put(this.main, this.palette.element, this.canvas.element, this.inspector.element, this.code, this.config.element, this.problems.element);
    this.canvas.begin();
    this.restore();
    this.config.set(this.machine, this.document.definition);
    this.setMode(MODES.includes(ctx.query.get('mode')) ? ctx.query.get('mode') : 'design', false);
    this.editor.setText(this.document.text);
    this.update();
    const wanted = ctx.query.get('state'), entry = this.document.index.get(wanted) ?? [...this.document.index.values()].find(one => one.name === wanted);
    if (entry) {
      this.select(entry.path);
      if (this.mode === 'code') this.reveal(entry);
    }
    this.stops.push(ctx.bind(this.keys()), ctx.provide(() => [...this.document.index.values()].map(({ path, name }) => ({ kind: t('palette.state'), text: name, run: () => { this.select(path); this.canvas.select(path); } }))), ctx.follow('handlers', (type, data) => { if (!data.failed && !data.calls && !data.built) this.loadResources(); }));
    this.onKey = event => this.key(event);
    addEventListener('keydown', this.onKey);
    this.onLeave = event => { if (this.document.isChanged) event.preventDefault(); };
    addEventListener('beforeunload', this.onLeave);
    ctx.setTitle(`${t('studio.title')} · ${this.machine.name}`);
    // All but the handlers is there before the server has answered.
    this.drawPalette();
    this.loadResources();
  }

  end() {
    this.keep();
    removeEventListener('keydown', this.onKey);
    removeEventListener('beforeunload', this.onLeave);
    for (const stop of this.stops) stop?.();
    this.canvas.destroy();
    this.editor.destroy();
    this.inspector.destroy();
    clearTimeout(this.problems.timer);
  }

  /** What was not saved when the page was left is there again when one comes back. */
  keep() {
    if (this.document.isChanged) sessionStorage.setItem(`newel.unsaved.${this.machine.name}`, this.document.text);
    else sessionStorage.removeItem(`newel.unsaved.${this.machine.name}`);
  }

  restore() {
    const kept = sessionStorage.getItem(`newel.unsaved.${this.machine.name}`);
    if (kept !== null && this.document.set(kept)) say(t('studio.restored'));
  }

  async loadResources() {
    try {
      const { functions } = await get('handlers');
      const handlers = functions.map(one => ({ name: one.name, arn: one.arn, note: one.runtime ? `Lambda · ${one.runtime}` : 'Lambda' }));
      this.known.resources = [...handlers, ...INTEGRATIONS.map(arn => ({ arn }))];
      this.handlers = handlers;
    } catch (error) { sayError(error); }
    this.drawPalette();
    this.update();
  }

  drawPalette() { this.palette.set(paletteGroups(this.handlers ?? [], this.document.definition.QueryLanguage ?? 'JSONPath')); }

  setMode(mode, tells = true) {
    this.mode = mode;
    this.main.dataset.mode = mode;
    for (const button of this.modes.children) button.setAttribute('aria-pressed', String(button.id === `mode-${mode}`));
    if (tells) this.ctx.setQuery({ mode: mode === 'design' ? null : mode });
    if (mode === 'config') this.config.set({ ...this.machine, ...this.hasSettingsChanged && this.config.machine ? { ...this.config.settings, name: this.config.name.value, type: this.config.type.value, tags: this.config.tags } : {} }, this.document.definition);
    if (mode === 'design') this.updateInspector();
    if (mode === 'code') {
      this.editor.size();
      const entry = this.document.index.get(this.selected);
      if (entry) this.reveal(entry);
    }
  }

  /** Changes the text by a function of it; a text that cannot be read is left alone and said to be broken. */
  change(edit, said) {
    try {
      if (this.document.error) throw new Error(t('studio.brokenFirst', { line: this.document.error.line ?? 1 }));
      if (!this.document.set(edit(this.document.text))) return false;
      this.editor.setText(this.document.text);
      this.update();
      if (said) say(said);
      return true;
    } catch (error) {
      sayError(error);
      return false;
    }
  }

  /** Lays the text out over lines: only when asked, and as a step that can be taken back. */
  layOut() { this.change(text => prettyJSON(text), t('editor.formatted')); }

  typed(text) {
    this.document.set(text, { isTyping: true });
    this.update();
  }

  undo() { this.step(this.document.undo()); }
  redo() { this.step(this.document.redo()); }

  step(hasMoved) {
    if (!hasMoved) return;
    this.editor.setText(this.document.text);
    this.update();
  }

  update() {
    const { document: text } = this;
    this.canvas.show(text);
    if (!text.error && !text.index.has(this.selected)) this.selected = null;
    if (this.canvas.graph.selected !== this.selected) this.canvas.graph.select(this.selected);
    this.updateInspector();
    this.problems.check(text, { type: this.config.type?.value ?? this.machine.type, resources: this.handlers ?? [] });
    this.drawHead();
  }

  updateInspector() {
    // Elsewhere it is not seen: it is drawn when one comes back to it.
    if (this.mode !== 'design') return;
    const entry = this.selected === null ? null : this.document.index.get(this.selected);
    const { state } = entry ?? {}, fields = entry ? [state.Resource, ...Object.values(state.Parameters ?? state.Arguments ?? {})] : [];
    this.inspector.update(entry ?? null, entry ? { states: statesOf(entry.machine).map(([name]) => name).filter(name => name !== entry.name || state.Type === 'Choice'), placeholder: fields.find(value => isPlaceholder(value, this.handlers ?? [])) !== undefined } : {});
  }

  drawHead() {
    this.undoButton.disabled = !this.document.canUndo;
    this.redoButton.disabled = !this.document.canRedo;
    const isChanged = this.document.isChanged || this.hasSettingsChanged;
    this.saveButton.disabled = !isChanged;
    this.changed.textContent = isChanged ? t('studio.unsaved') : '';
  }

  select(path) {
    this.selected = path;
    this.canvas.graph.select(path);
    this.ctx.setQuery({ state: path });
    this.updateInspector();
  }

  /** Shows where a state is in the text. */
  reveal(entry) {
    if (this.document.error) return;
    const node = nodeAt(readJSON(this.document.text), lanePath(entry.path, this.document.definition).concat('States')), member = memberOf(node, entry.name);
    if (member) this.editor.select(member.keyStart, member.keyEnd);
  }

  goTo(problem) {
    if (problem.path && problem.isPlaceholder && this.mode === 'design') {
      this.select(problem.path);
      this.canvas.select(problem.path);
      document.getElementById('resource-pick')?.focus();
      return;
    }
    this.setMode('code');
    this.editor.goTo(problem.line, problem.column);
  }

  insert(item, place) {
    const name = uniqueName(item.name, this.document.definition), state = freshNames(item.state, this.document.definition);
    const isDone = this.change(text => insertState(text, place, name, state), t('studio.added', { name, after: place.from ?? t('graph.start') }));
    if (!isDone) return;
    const entry = [...this.document.index.values()].find(one => one.name === name);
    if (!entry) return;
    this.select(entry.path);
    this.canvas.select(entry.path);
  }

  insertAfterSelected(item, event) {
    const entry = this.document.index.get(this.selected);
    const place = placeAfter(this.selected, this.document.definition, entry);
    if (!place) return say(t('studio.noWay', { name: entry.name }), 'bad');
    this.insert(item, place);
    if (event.detail === 0) this.canvas.graph.focus(this.selected);
  }

  move(path, place) {
    const entry = this.document.index.get(path);
    if (!entry) return;
    this.change(text => moveState(text, lanePath(path, this.document.definition), entry.name, place), t('studio.moved', { name: entry.name }));
    const moved = [...this.document.index.values()].find(one => one.name === entry.name);
    this.select(moved?.path ?? null);
  }

  rename(entry, given) {
    const name = given.trim();
    if (!entry || !name || name === entry.name) return this.updateInspector();
    if ([...this.document.index.values()].some(one => one.name === name)) return say(t('studio.taken', { name }), 'bad');
    if (name.length > 80) return say(t('studio.long'), 'bad');
    const lane = lanePath(entry.path, this.document.definition), prefix = entry.path.slice(0, entry.path.length - entry.name.length);
    this.selected = prefix + name;
    if (this.change(text => renameState(text, lane, entry.name, name), t('studio.renamed', { name }))) moveTests(this.machine.name, entry.path, this.selected, SEPARATOR);
    else this.selected = entry.path;
    this.select(this.selected);
    this.canvas.graph.focus(this.selected);
  }

  remove(entry) {
    if (!entry) return;
    const lane = lanePath(entry.path, this.document.definition);
    this.selected = null;
    this.change(text => deleteState(text, lane, entry.name), t('studio.removed', { name: entry.name }));
    this.select(null);
    const first = this.canvas.graph.nodes.keys().next().value;
    if (first) this.canvas.graph.focus(first);
  }

  inspectorActions() {
    const pathOf = entry => statePath(entry.path, this.document.definition);
    return {
      set: (entry, field, value) => this.change(text => setField(text, pathOf(entry), field, value)), next: (entry, target) => this.change(text => setNext(text, pathOf(entry), target)),
      rename: (entry, name) => this.rename(entry, name), remove: entry => this.remove(entry), stateText: entry => (this.document.error ? '' : stateText(this.document.text, pathOf(entry))),
      wholeText: () => this.document.text, layOut: () => this.layOut(), whole: text => {
        this.editor.setText(text);
        this.typed(text);
      },
      text: (entry, value) => {
        const changed = replaceState(this.document.text, pathOf(entry), value);
        if (!this.document.set(changed, { isTyping: true })) return;
        this.editor.setText(changed);
        this.update();
      },
      fold: entry => this.canvas.graph.toggle(entry.path),
      branch: entry => {
        const name = uniqueName('Branch', this.document.definition);
        this.change(text => setField(text, pathOf(entry), 'Branches', [...entry.state.Branches ?? [], { StartAt: name, States: { [name]: { Type: 'Pass', End: true } } }]));
      },
      test: entry => this.openTest(entry),
    };
  }

  get roleArn() { return this.config.role?.value || this.machine.roleArn; }

  openTest(entry, test) { openTest({ entry, test, roleArn: this.roleArn, machine: this.machine.name, onSaved: () => this.config.tests.draw() }); }

  keys() {
    return {
      f: [t('keys.run.fit'), () => this.canvas.graph.view.fit()], '+': [t('keys.run.zoomIn'), () => this.canvas.graph.view.zoom(1.2)], '-': [t('keys.run.zoomOut'), () => this.canvas.graph.view.zoom(1 / 1.2)],
      Delete: [t('studio.key.delete'), () => this.remove(this.document.index.get(this.selected))], Backspace: [t('studio.key.delete'), () => this.remove(this.document.index.get(this.selected))],
      m: [t('studio.key.move'), () => moveByKey(this)], p: [t('studio.key.place'), () => placeByKey(this)],
      F2: [t('studio.key.rename'), () => this.selected !== null && this.canvas.askName(this.selected)], '/': [t('studio.key.find'), () => this.palette.search.focus()], Escape: [t('keys.run.clear'), () => this.select(null)],
    };
  }

  /** Commands with Ctrl or ⌘, wherever the focus is. */
  key(event) {
    if (!event.ctrlKey && !event.metaKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const isField = event.target.matches?.('input, select') || (event.target.matches?.('textarea') && !event.target.closest('.editor'));
    const act = { z: () => !isField && (event.shiftKey ? this.redo() : this.undo()), y: () => !isField && this.redo(), s: () => void save(this) }[event.key.toLowerCase()];
    if (!act || act() === false) return;
    event.preventDefault();
  }
}
