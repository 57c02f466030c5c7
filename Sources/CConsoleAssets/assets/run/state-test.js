/** Runs one state with TestState, and shows what became of the data. */
import { h, put, chip, openDialog, field } from '../dom.js';
import { t } from '../text.js';
import { post } from '../api.js';
import { stepsOf, flowView } from './dataflow.js';
import { prettyJSON } from '../json/text.js';
import { valueBlock } from '../json/tree.js';
import { expectedOf, requestOf, storedTests, storeTest } from './stored-tests.js';

const MOCKED = ['Task', 'Map', 'Parallel'];
/**
 * Opens the test of a state.
 *
 * @param entry the state, from `indexOf` @param input what it is given, as JSON text or `{ref}` @param machine the machine's name, which tests are kept under
 * @param test the name of the test that is shown @param onSaved told that one was kept
 */
export async function openTest({ entry, input, variables = {}, roleArn, load, machine, test, onSaved }) {
  const text = input !== null && typeof input === 'object' ? await load(input.ref) : input;
  openDialog(t('test.title', { name: entry.name }), close => new StateTest({ entry, text, variables, roleArn, close, machine, test, onSaved }).element, { wide: true });
}

class StateTest {
  constructor({ entry, text, variables, roleArn, close, machine, test, onSaved }) {
    Object.assign(this, { entry, roleArn, machine, onSaved });
    const area = (value, rows = 7) => h('textarea', { class: 'json', rows, spellcheck: 'false', value });
    this.input = area(prettyJSON(text ?? '{}'));
    this.variables = area(prettyJSON(variablesText(variables)), 3);
    this.context = area('', 3);
    this.mock = area('', 5);
    this.isMocked = h('input', { type: 'checkbox', checked: MOCKED.includes(entry.state.Type) });
    this.mockKind = h('select', {}, h('option', { value: 'result' }, t('test.mockResult')), h('option', { value: 'errorOutput' }, t('test.mockError')));
    this.mock.value = entry.state.Type === 'Map' ? '[]' : '{}';
    this.problem = h('p', { class: 'bad', role: 'alert' });
    this.result = h('div', { class: 'testresult', tabindex: '0', role: 'region', 'aria-label': t('test.result') }, h('p', { class: 'sub' }, t('test.notYet')));
    this.saved = h('select', { 'aria-label': t('test.saved'), onchange: () => this.open(this.saved.value) });
    this.name = h('input', { type: 'text', placeholder: t('test.name'), 'aria-label': t('test.name') });
    const mocked = h('fieldset', {}, h('legend', {}, h('label', { class: 'check' }, this.isMocked, t('test.mock'))), field(t('test.mockKind'), this.mockKind), field(t('test.mockValue'), this.mock), field(t('test.context'), this.context, t('test.contextHint')));
    this.element = h('form', { class: 'statetest', onsubmit: event => { event.preventDefault(); this.run(); } }, h('div', { class: 'testinputs' }, field(t('test.input'), this.input), field(t('test.variables'), this.variables), mocked),
      this.result, h('footer', {}, this.problem, h('span', { class: 'grow' }), this.saved, this.name, h('button', { type: 'button', class: 'btn', onclick: () => this.save() }, t('test.save')), h('button', { type: 'button', class: 'btn', onclick: close }, t('close')), h('button', { class: 'btn primary', id: 'run-test' }, t('test.run'))));
    this.listSaved();
    if (test) this.open(test);
  }

  get kept() { return storedTests(this.machine, this.entry.path); }

  listSaved() {
    const tests = Object.keys(this.kept);
    this.saved.hidden = tests.length === 0;
    put(this.saved, h('option', { value: '' }, t('test.saved')), tests.map(name => h('option', { value: name }, name)));
  }

  open(name) {
    const test = this.kept[name];
    if (!test) return;
    for (const part of ['input', 'variables', 'context', 'mock']) this[part].value = test[part] ?? '';
    this.isMocked.checked = test.isMocked;
    this.mockKind.value = test.mockKind ?? 'result';
    this.name.value = name;
  }

  /** What stands in the form. */
  get test() { return { input: this.input.value, variables: this.variables.value, context: this.context.value, mock: this.mock.value, isMocked: this.isMocked.checked, mockKind: this.mockKind.value }; }

  /** Runs the test, and keeps it with what came: that is what is expected from now on. */
  async save() {
    const { test } = this, answer = await this.run();
    if (!answer) return;
    const name = this.name.value.trim() || t('test.unnamed', { index: Object.keys(this.kept).length + 1 });
    storeTest(this.machine, this.entry.path, name, { ...test, expected: expectedOf(answer) });
    this.listSaved();
    this.saved.value = name;
    this.onSaved?.();
  }

  /** Runs the test and shows what came; gives it, or nothing when it could not be run. */
  async run() {
    this.problem.textContent = '';
    try {
      const answer = await post('test-state', requestOf(this.entry, this.test, this.roleArn));
      put(this.result, this.answerView(answer));
      this.result.focus();
      return answer;
    } catch (error) {
      this.problem.textContent = error.message;
      return undefined;
    }
  }

  answerView(answer) {
    const status = { SUCCEEDED: 'SUCCEEDED', CAUGHT_ERROR: 'CAUGHT', RETRIABLE: 'RETRYING', FAILED: 'FAILED' }[answer.status];
    const known = { ...answer.inspectionData, output: answer.output, assigned: answer.inspectionData?.variables };
    return [h('p', { class: 'row' }, chip(status), answer.nextState ? h('span', {}, t('test.next', { name: answer.nextState })) : null), answer.error ? h('p', {}, h('b', {}, answer.error), ' ', answer.cause ?? '') : null,
      flowView(stepsOf(this.entry.state, this.entry.language, known)), answer.inspectionData?.request ? valueBlock(t('test.request'), JSON.stringify(answer.inspectionData.request)) : null, answer.inspectionData?.response ? valueBlock(t('test.response'), JSON.stringify(answer.inspectionData.response)) : null];
  }
}

function variablesText(variables) {
  return `{${Object.entries(variables).map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'string' ? value : JSON.stringify(value)}`).join(',')}}`;
}
