// `/new`: samples to run or build on, a blank machine, a definition of one's own.
import { get, post } from '../api.js';
import { add, field, h, icon, openDialog, put, sayError } from '../dom.js';
import { drawing } from '../drawing.js';
import { to } from '../place.js';
import { language, t } from '../text.js';

/** What a resource of each type looks like. */
const MARKS = { 'AWS::Lambda::Function': 'lambda', 'AWS::SQS::Queue': 'queue', 'AWS::SNS::Topic': 'topic', 'AWS::StepFunctions::StateMachine': 'machine', 'AWS::IAM::Role': 'role', 'AWS::Lambda::EventSourceMapping': 'link' };
/** The icon of a type. */
export const markOf = type => icon(MARKS[type] ?? 'dash');
const own = texts => texts?.[language()] ?? texts?.en ?? '';

/** Shows the gallery; every language's titles are found. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('gallery.title'));
  const { templates } = await get('templates');
  const search = h('input', { type: 'search', id: 'q', 'aria-label': t('gallery.search'), placeholder: t('gallery.search'), value: ctx.query.get('q') ?? '', oninput: () => show() });
  const list = h('ul.gallery', { 'aria-label': t('gallery.samples') });
  const note = h('p.sub', { role: 'status' });
  const detail = h('section.card.detail', { 'aria-label': t('gallery.detail') });
  let leave = () => {};
  let chosen = templates.find(item => item.id === ctx.query.get('template')) ?? templates[0];
  add(root, [h('header.head', null, h('h1', null, t('gallery.title')), h('span.grow'),
    h('button.btn', { id: 'blank', onclick: () => draft('MyStateMachine', BLANK, ctx) }, t('gallery.blank')), h('button.btn', { id: 'paste', onclick: () => paste(ctx) }, t('gallery.paste'))),
  h('.content.split', null, h('.stack', null, search, note, list), detail)]);
  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = templates.filter(item => { const text = [item.id, ...Object.values(item.title), ...Object.values(item.text)].join(' ').toLowerCase(); return words.every(word => text.includes(word)); });
    put(note, found.length ? '' : t('gallery.none'));
    if (!found.includes(chosen) && found.length) { chosen = found[0]; tell(); }
    ctx.setQuery({ q: search.value.trim() || null, template: chosen === templates[0] ? null : chosen?.id });
    put(list, found.map(item => h('li', null, h('button', { type: 'button', 'aria-pressed': String(item === chosen), 'data-template': item.id, onclick: () => { chosen = item; show(); tell(); } },
      h('b', null, own(item.title)), h('span', null, own(item.text))))));
  }
  function tell() {
    leave();
    leave = () => {};
    if (!chosen) return put(detail, h('p.in.sub', null, t('gallery.none')));
    const canvas = h('section.canvas.picture', { 'aria-label': t('machine.graph') });
    put(detail, h('header', null, h('h2', null, own(chosen.title)), h('span.grow'), h('button.btn', { id: 'build', onclick: () => draft(`My-${chosen.id}`, JSON.stringify(chosen.definition, null, 2), ctx) }, t('gallery.build')),
      ctx.session.deploys && h('button.btn.primary', { id: 'demo', onclick: () => demo(chosen, ctx) }, t('gallery.demo'))), canvas,
    h('.in', null, h('h3.small', null, t('gallery.resources')), h('ul.plain.resources', null, chosen.resources.map(item => h('li', null, markOf(item.type), h('span', null, item.logicalId), h('span.sub', null, item.type))))));
    if (chosen.definition) leave = drawing(canvas, filledIn(chosen));
  }
  show();
  tell();
  return () => leave();
}

/** A sample's definition with its functions in the places that are kept for them: so the picture shows what is called. */
function filledIn({ definition, resources }) {
  const functions = resources.filter(item => item.type === 'AWS::Lambda::Function').map(item => item.logicalId);
  // A place is called as its function is, or as the first part of its name.
  return JSON.parse(JSON.stringify(definition).replace(/"Resource":"\$\{(\w+)\}"/g, (place, name) => (functions.some(id => id.startsWith(name)) ? `"Resource":"arn:aws:lambda:::function:${name}"` : place)));
}

const BLANK = JSON.stringify({ StartAt: 'Pass', States: { Pass: { Type: 'Pass', End: true } } }, null, 2);

/** Opens a definition in the Studio as a machine that is not there yet. */
function draft(name, text, ctx) {
  sessionStorage.setItem(`newel.draft.${name}`, text);
  ctx.go(to(`/machines/${encodeURIComponent(name)}/edit`));
}

/** Asks who answers approvals, where there are some, and deploys. */
function demo(sample, ctx) {
  const start = async (approvals, close) => {
    try {
      const { id } = await post('deployments', { template: sample.id, approvals });
      close();
      ctx.go(to(`/deploy/${encodeURIComponent(id)}`));
    } catch (error) { sayError(error); }
  };
  openDialog(t('gallery.demo.of', { name: own(sample.title) }), close => {
    const choice = (value, checked) => h('label.check', null, h('input', { type: 'radio', name: 'approvals', value, checked }), ' ', t(`gallery.approvals.${value}`));
    return h('form', { onsubmit: event => { event.preventDefault(); start(new FormData(event.target).get('approvals') ?? 'auto', close); } },
      h('p', null, t('gallery.demo.text', { count: sample.resources.length })), sample.asks && h('fieldset', null, h('legend', null, t('gallery.approvals')), choice('auto', true), choice('me', false)),
      h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', { id: 'deploy' }, t('gallery.deploy'))));
  });
}

/** A definition of one's own, pasted or from a file, opened in the Studio. */
function paste(ctx) {
  openDialog(t('gallery.paste'), close => {
    const input = h('textarea', { rows: 14, spellcheck: 'false', id: 'pasted' });
    const fault = h('p.fault', { role: 'alert' });
    const file = h('input', { type: 'file', accept: '.json,.asl', onchange: async () => { input.value = await file.files[0].text(); } });
    return h('form', { onsubmit: event => {
      event.preventDefault();
      try { JSON.parse(input.value); } catch (error) { return put(fault, t('start.json', { problem: error.message })); }
      close();
      draft('MyStateMachine', input.value, ctx);
    } }, field(t('machine.definition'), input), field(t('gallery.file'), file), fault, h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', null, t('gallery.open'))));
  }, { wide: true });
}
