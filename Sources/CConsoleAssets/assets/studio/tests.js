/** The tests of a machine's states: all of them run at once, kept as a file, taken from one. */
import { h, say } from '../dom.js';
import { redraw } from '../redraw.js';
import { t } from '../text.js';
import { download } from '../graph/graph-export.js';
import { SEPARATOR } from '../graph/asl.js';
import { exportTests, importTests, removeTest, runTest, testsOf } from '../run/stored-tests.js';

/** How each result looks. */
const RESULTS = { passed: ['succeeded', '✓'], failed: ['failed', '✕'], running: ['running', '…'], gone: ['idle', '–'], unknown: ['idle', '–'] };

export class TestsCard {
  /** @param on `machine()` is its name, `entry(path)` a state of the definition, `roleArn()`, `open(entry, name)` shows a test */
  constructor(on) {
    this.on = on;
    this.results = new Map();
    const button = (id, text, act, kind = 'btn sm') => h('button', { type: 'button', class: kind, id, onclick: act }, text);
    this.runButton = button('tests-run', t('tests.run'), () => this.runAll(), 'btn sm primary');
    this.exportButton = button('tests-export', t('tests.export'), () => download(`${on.machine()}.tests.json`, exportTests(on.machine()), 'application/json'));
    this.file = h('input', { type: 'file', accept: '.json', id: 'tests-file', class: 'sr', tabindex: '-1', 'aria-label': t('tests.import'), onchange: () => this.take() });
    this.fault = h('p', { class: 'fault', role: 'alert' });
    this.note = h('p', { class: 'sub', role: 'status', id: 'tests-note' });
    this.list = h('ul', { class: 'plain rows tests' });
    this.element = h('section', { class: 'card', 'aria-label': t('tests.title') }, h('header', {}, h('h2', {}, t('tests.title')), h('span', { class: 'grow' }), this.runButton, this.exportButton, button('tests-import', t('tests.import'), () => this.file.click()), this.file),
      h('div', { class: 'in' }, this.note, this.list, this.fault));
  }

  /** Lists what there is now. */
  draw() {
    const tests = testsOf(this.on.machine());
    this.runButton.disabled = this.exportButton.disabled = tests.length === 0;
    const counts = tests.map(test => this.results.get(keyOf(test))?.result).filter(result => result === 'passed' || result === 'failed');
    this.note.textContent = !tests.length ? t('tests.none') : counts.length ? t('tests.count', { passed: counts.filter(result => result === 'passed').length, count: counts.length }) : '';
    redraw(this.list, tests.map(one => this.row(one)));
  }

  row(one) {
    const { path, name } = one, entry = this.on.entry(path), { result, note } = this.results.get(keyOf(one)) ?? { result: entry ? 'unknown' : 'gone' }, [status, sign] = RESULTS[result], title = t('tests.of', { name, state: path.split(SEPARATOR).at(-1) });
    return h('li', { key: keyOf(one), 'data-test': name }, h('span', { class: 'chip', 'data-st': status, 'data-result': result }, `${sign} `, t(`tests.${result}`)), h('span', { class: 'grow' }, title, note ? h('div', { class: 'sub' }, note) : null),
      entry ? h('button', { type: 'button', class: 'btn sm', key: 'open', 'aria-label': `${t('tests.open')}: ${title}`, onclick: () => this.on.open(entry, name) }, t('tests.open')) : null,
      h('button', { type: 'button', class: 'btn sm', key: 'remove', 'aria-label': `${t('delete')}: ${title}`, onclick: () => { removeTest(this.on.machine(), path, name); this.draw(); } }, t('delete')));
  }

  /** Runs one after the other; each is told as it ends. */
  async runAll() {
    this.fault.textContent = '';
    for (const one of testsOf(this.on.machine())) {
      const entry = this.on.entry(one.path);
      if (!entry) continue;
      this.results.set(keyOf(one), { result: 'running' });
      this.draw();
      try {
        const { answer, differs } = await runTest(entry, one.test, this.on.roleArn());
        const said = differs.map(key => t('tests.differs', { what: t(`tests.member.${key}`), was: answer[key] ?? '–', wanted: one.test.expected[key] ?? '–' })).join(' · ');
        this.results.set(keyOf(one), !one.test.expected ? { result: 'unknown', note: t('tests.unexpected') } : { result: differs.length ? 'failed' : 'passed', note: said });
      } catch (error) { this.results.set(keyOf(one), { result: 'failed', note: error.message }); }
      this.draw();
    }
  }

  async take() {
    const [file] = this.file.files;
    if (!file) return;
    this.fault.textContent = '';
    try { say(t('tests.taken', { count: importTests(this.on.machine(), await file.text()) })); } catch (error) { this.fault.textContent = t('tests.bad', { file: file.name, problem: error.message }); }
    this.file.value = '';
    this.results.clear();
    this.draw();
  }
}

const keyOf = ({ path, name }) => `${path}\n${name}`;
