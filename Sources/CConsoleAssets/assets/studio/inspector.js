/** What is selected in Design mode: a form of its fields, and its text. Each change goes into the definition's text at once. */
import { h, put, field } from '../dom.js';
import { t } from '../text.js';
import { tabList } from '../run/tabs.js';
import { describe, lanesOf } from '../graph/asl.js';
import { fieldsOf, hasRetry, shownValue, readValue } from './fields.js';
import { ruleRows, retrierRows, catcherRows } from './rows.js';
import { Editor } from './editor.js';
import { suggestionsAt } from './completion.js';

export class Inspector {
  /**
   * @param on `set(entry, field, value)`, `next(entry, target)`, `rename(entry, name)`, `remove(entry)`, `text(entry, text)`, `branch(entry)`, `test(entry)`, `fold(entry)`, `stateText(entry)`; `wholeText()` gives the definition, `whole(text)` takes what was typed in it, `layOut()` lays it out over lines
   * @param known `{resources}` for the resource picker @param editing what editors need: `suggest`, `undo`, `redo`
   */
  constructor(on, known, editing) {
    Object.assign(this, { on, known, editing, tab: 'form', problems: [] });
    this.body = h('div', { class: 'body', id: 'inspector-panel', role: 'tabpanel', tabindex: '0' });
    this.tabs = tabList({ id: 'inspector', label: t('inspector.label'), panel: this.body, items: [], onChoose: key => { this.tab = key; this.key = undefined; this.update(this.entry, this.around); } });
    this.head = h('header', {});
    this.element = h('aside', { class: 'pane inspector', 'aria-label': t('inspector.label') }, this.head, this.tabs.element, this.body);
    this.resources = h('datalist', { id: 'resource-list' });
  }

  /**
   * Shows a state, or with none the whole definition.
   *
   * @param around `{states: names of the states beside it, placeholder: the resource that must be replaced}`
   */
  update(entry, around = {}) {
    const tab = entry ? this.tab : 'definition', text = entry ? this.on.stateText(entry) : this.on.wholeText(), key = `${entry?.path}|${tab}|${text}|${around.states}|${around.placeholder}|${this.known.resources.length}`;
    Object.assign(this, { entry, around });
    if (key === this.key) return;
    const isSame = this.key?.split('|').slice(0, 2).join() === key.split('|').slice(0, 2).join();
    this.key = key;
    this.tabs.set((entry ? ['form', 'definition'] : ['definition']).map(one => ({ key: one, text: t(`inspector.${one}`) })));
    this.tabs.select(tab);
    if (!entry) {
      this.about = null;
      put(this.head, h('h2', {}, t('inspector.nothing')), h('div', { class: 'sub' }, t('inspector.hint')), !text.trim().includes('\n') && h('div', { class: 'row acts' }, h('button', { type: 'button', class: 'btn sm', id: 'lay-out', onclick: () => this.on.layOut() }, t('editor.format'))));
      return this.showWhole(text, isSame);
    }
    this.drawHead(entry);
    if (this.tab === 'definition') return this.showText(entry, text, isSame);
    this.shownEditor?.destroy();
    this.shownEditor = null;
    const focused = isSame && this.body.contains(document.activeElement) ? document.activeElement.id : '', top = this.body.scrollTop;
    put(this.body, this.form(entry, around));
    if (isSame) this.body.scrollTop = top;
    if (focused) document.getElementById(focused)?.focus();
  }

  /** The state's name and what can be done with it; its buttons stay the same ones until they say something else, so that no click is lost. */
  drawHead(entry) {
    const about = `${entry.path}|${entry.name}|${describe(entry.state, t)}|${lanesOf(entry.state).length}`;
    if (about === this.about) return;
    this.about = about;
    put(this.head, h('h2', {}, h('span', { class: 'name' }, entry.name)), h('div', { class: 'sub' }, describe(entry.state, t)), h('div', { class: 'row acts' },
      h('button', { type: 'button', class: 'btn sm', id: 'test-state', onclick: () => this.on.test(this.entry) }, t('inspector.test')), lanesOf(entry.state).length ? h('button', { type: 'button', class: 'btn sm', id: 'fold', onclick: () => this.on.fold(this.entry) }, t('graph.fold')) : null,
      h('button', { type: 'button', class: 'btn sm deny', id: 'delete-state', onclick: () => this.on.remove(this.entry) }, t('inspector.delete'))));
  }

  /** The whole definition, with its problems at their lines. */
  showWhole(text, isSame) {
    if (!isSame || !this.shownEditor) {
      this.showEditor('wholeeditor', { label: t('studio.editor'), suggest: (value, offset) => suggestionsAt(value, offset, this.known), foldable: this.editing.foldable, onInput: value => this.on.whole(value) });
    }
    this.fillEditor(text);
    this.shownEditor.setProblems(this.problems);
  }

  /** What is wrong with the definition, for who looks at all of it. */
  setProblems(problems) {
    this.problems = problems;
    if (!this.entry) this.shownEditor?.setProblems(problems);
  }

  showText(entry, text, isSame) {
    if (!isSame || !this.shownEditor) {
      this.showEditor('smalleditor', {
        label: t('inspector.textLabel', { name: entry.name }), suggest: null, onInput: value => {
          try {
            this.on.text(this.entry, value);
            this.fault.textContent = '';
          } catch (error) { this.fault.textContent = error.line ? t('studio.broken', { line: error.line, what: error.message }) : error.message; }
        },
      });
    }
    this.fillEditor(text);
  }

  showEditor(kind, options) {
    this.shownEditor?.destroy();
    this.fault = h('p', { class: 'fault', role: 'alert' });
    // What was refused is none of the steps there are: it is taken back first.
    this.shownEditor = new Editor({ ...options, onUndo: () => (this.fault.textContent ? this.dropRefused() : this.editing.undo()), onRedo: this.editing.redo });
    put(this.body, h('div', { class: kind }, this.shownEditor.element), kind === 'smalleditor' ? this.fault : null);
  }

  /** Shows what the definition holds; what is being typed and was refused stays, and so does white space around it. */
  fillEditor(text) {
    const { shownEditor: editor, fault } = this, isTyped = document.activeElement === editor.area && (fault.textContent || editor.text.trim() === text.trim());
    if (!editor.lines || editor.text !== text && !isTyped) editor.setText(text);
  }

  dropRefused() {
    this.fault.textContent = '';
    this.shownEditor.setText(this.on.stateText(this.entry));
  }

  form(entry, around) {
    const { state } = entry, set = (name, value) => this.on.set(entry, name, value);
    const name = h('input', { type: 'text', id: 'field-name', value: entry.name, onchange: () => this.on.rename(entry, name.value) });
    const fields = [field(t('inspector.name'), name), ...this.fields(entry, around, set)];
    if (state.Type === 'Choice') fields.push(ruleRows(entry, around.states, set));
    else if (!['Succeed', 'Fail'].includes(state.Type)) fields.push(this.nextField(entry, around.states));
    if (state.Type === 'Parallel') fields.push(h('p', {}, h('button', { type: 'button', class: 'btn sm', id: 'add-branch', onclick: () => this.on.branch(entry) }, t('inspector.branch'))));
    if (hasRetry(state.Type)) fields.push(retrierRows(entry, set), catcherRows(entry, around.states, set));
    put(this.resources, this.known.resources.map(({ arn, note }) => h('option', { value: arn }, note ?? '')));
    return [fields, field(t('inspector.comment'), h('input', { type: 'text', id: 'field-Comment', value: state.Comment ?? '', onchange: event => set('Comment', event.target.value || undefined) })), this.resources];
  }

  fields(entry, around, set) {
    const { state, language } = entry, all = fieldsOf(state.Type, language), isSet = one => state[one.name] !== undefined || one.kind === 'resource';
    const first = { Pass: language === 'JSONata' ? 'Output' : 'Result', Wait: 'Seconds', Fail: 'Error', Map: language === 'JSONata' ? 'Items' : 'ItemsPath', Task: language === 'JSONata' ? 'Arguments' : 'Parameters' }[state.Type];
    const shown = all.filter(one => isSet(one) || one.name === first), rest = all.filter(one => !shown.includes(one));
    const control = one => this.control(entry, one, around, set);
    return [shown.map(control), rest.length ? h('details', { class: 'morefields' }, h('summary', {}, t('inspector.more', { count: rest.length })), rest.map(control)) : null];
  }

  control(entry, { name, kind }, around, set) {
    const fault = h('p', { class: 'fault', role: 'alert' }), value = shownValue(entry.state[name], kind), id = `field-${name}`;
    const commit = input => {
      try {
        set(name, readValue(input.value, kind));
        fault.textContent = '';
      } catch (error) { fault.textContent = error.message; }
    };
    const properties = { id, value, spellcheck: 'false', autocomplete: 'off', onchange: event => commit(event.target) };
    const isLong = kind === 'json' || (kind === 'expression' && (value.includes('\n') || value.length > 40 || ['Arguments', 'Output', 'ItemSelector'].includes(name)));
    const input = isLong ? h('textarea', { ...properties, rows: Math.min(14, Math.max(2, value.split('\n').length)) }) : h('input', { type: kind === 'number' ? 'number' : 'text', step: 'any', list: kind === 'resource' ? 'resource-list' : null, ...properties });
    const hint = kind === 'resource' && around.placeholder ? t('inspector.placeholder') : kind === 'expression' ? t('inspector.expression') : undefined;
    const box = field(name, input, hint);
    if (kind === 'resource' && around.placeholder) box.classList.add('flagged');
    box.append(kind === 'resource' ? this.picker(entry, set) : '', fault);
    return box;
  }

  /** Functions that are here, to be taken with one choice. */
  picker(entry, set) {
    const list = h('select', { id: 'resource-pick', 'aria-label': t('inspector.pick'), onchange: () => list.value && set('Resource', list.value) }, h('option', { value: '' }, t('inspector.pick')), this.known.resources.map(({ arn, name, note }) => h('option', { value: arn, selected: arn === entry.state.Resource }, name ? `${name} · ${note}` : arn)));
    return list;
  }

  nextField(entry, states) {
    const list = h('select', { id: 'field-next', class: 'box-select', onchange: () => this.on.next(entry, list.value === '' ? null : list.value) }, h('option', { value: '', selected: entry.state.Next === undefined }, t('inspector.end')), states.map(name => h('option', { value: name, selected: entry.state.Next === name }, name)));
    return field(t('inspector.next'), list);
  }

  destroy() { this.shownEditor?.destroy(); }
}
