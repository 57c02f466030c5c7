// `/stacks/:name`: resources, events, outputs and template of a stack.
import { action, get } from '../api.js';
import { add, copyButton, h, openDialog, sayError, tabs } from '../dom.js';
import { redraw } from '../redraw.js';
import { time } from '../format.js';
import { valueBlock } from '../json/tree.js';
import { to } from '../place.js';
import { t } from '../text.js';
import { mark } from './deploy.js';
import { markOf } from './gallery.js';

/** Shows a stack and keeps it fresh while something happens to it. */
export async function mount(root, { name }, ctx) {
  ctx.setTitle(name);
  let stack = await get(`stacks/${encodeURIComponent(name)}`);
  const title = h('h1');
  let panel = null;
  const render = { resources, events, outputs, template };
  const view = tabs(t('stacks.tabs'), ['resources', 'events', 'outputs', 'template'].map(id => [id, t(`stacks.${id}`), place => { panel = [id, place]; add(place, render[id](stack)); }]), ctx.query.get('tab'), tab => ctx.setQuery({ tab: tab === 'resources' ? null : tab }));
  add(root, [h('header.head', null, h('div', null, h('.crumbs', null, h('a', { href: to('/stacks') }, t('stacks.title'))), title), h('span.grow'), h('button.btn.deny', { id: 'delete', onclick: () => remove(name, ctx) }, t('delete'))), h('.bar', null, view.bar), view.panel]);
  const show = () => { redraw(title, name, mark(stack.status)); redraw(panel[1], render[panel[0]](stack)); };
  show();
  return ctx.follow(`deployment:${encodeURIComponent(name)}`, type => type === 'refused' ? ctx.go(to('/stacks'), { replace: true }) : get(`stacks/${encodeURIComponent(name)}`).then(found => { stack = found; show(); }).catch(() => {}));
}

/** A table; one with nothing to press has a label, and is moved by the keyboard as a whole. */
const table = (keys, rows, label) => h('.content', null, h('.card.scroller', label && { role: 'region', 'aria-label': label, tabindex: 0 }, h('table.list', null, h('thead', null, h('tr', null, keys.map(key => h('th', { scope: 'col', class: key === 'type' ? 'opt' : null }, t(`deploy.${key}`))))), h('tbody', null, rows))));

function resources(stack) {
  return table(['name', 'type', 'physical', 'state'], stack.resources.map(item => h('tr', { key: item.logicalId, 'data-resource': item.logicalId }, h('td.name', null, h('span.row', null, markOf(item.type), item.logicalId), h('div.sub.narrow', null, item.type)), h('td.opt', null, item.type), h('td.id', null, link(item)), h('td', null, mark(item.status), item.reason && h('p.fault', null, item.reason)))));
}

/** Where a resource is shown. */
function link(item) {
  const id = item.physicalId;
  if (!id) return '–';
  const name = id.split(/[:/]/).pop();
  const path = { 'AWS::StepFunctions::StateMachine': `/machines/${encodeURIComponent(name)}`, 'AWS::Lambda::Function': `/handlers/${encodeURIComponent(name)}`, 'AWS::SQS::Queue': '/queues', 'AWS::SNS::Topic': '/topics' }[item.type];
  return path ? h('a', { href: to(path) }, name) : id;
}

function events(stack) {
  return table(['time', 'name', 'state', 'reason'], stack.events.map(event => h('tr', null, h('td.when', null, time(event.at)), h('td', null, event.logicalId), h('td', null, mark(event.status), h('span.sub', null, ` ${event.status}`)), h('td', null, event.reason ?? ''))), t('stacks.events'));
}

function outputs(stack) {
  return table(['name', 'value'], stack.outputs.map(item => h('tr', null, h('td.name', null, item.OutputKey), h('td', null, h('span.row', null, item.OutputValue, copyButton(item.OutputValue))))));
}

function template(stack) {
  const text = typeof stack.template === 'string' ? stack.template : JSON.stringify(stack.template);
  return h('.content', null, h('.card', null, h('header', null, h('h2', null, t('stacks.template')), h('span.grow'), copyButton(text)), h('.in', null, valueBlock(null, text, { name: 'template.json', hasCopy: false }))));
}

function remove(name, ctx) {
  openDialog(t('stacks.delete', { name }), close => h('.in', null, h('p', null, t('stacks.delete.text')), h('.actions', null, h('button.btn', { onclick: close }, t('cancel')), h('button.btn.deny', { id: 'delete-now', onclick: async () => {
    close();
    try { await action('cloudformation', 'DeleteStack', { StackName: name }); ctx.go(to('/stacks')); } catch (error) { sayError(error); }
  } }, t('delete')))));
}
