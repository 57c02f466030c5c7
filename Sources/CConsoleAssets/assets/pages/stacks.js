// `/stacks`: all stacks.
import { action } from '../api.js';
import { add, h, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { to } from '../place.js';
import { t } from '../text.js';
import { mark } from './deploy.js';

/** Shows the stacks there are. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('stacks.title'));
  const place = h('.content');
  add(root, [h('header.head', null, h('h1', null, t('stacks.title'))), place]);
  return ctx.keep('stacks', () => action('cloudformation', 'DescribeStacks'), ({ Stacks: stacks = [] }) => {
    redraw(place, stacks.length ? h('.card.scroller', null, h('table.list', null, h('thead', null, h('tr', null, ['name', 'state', 'created'].map(key => h('th', { scope: 'col' }, t(`deploy.${key}`))))),
      h('tbody', null, stacks.map(stack => h('tr', { key: stack.StackId, 'data-stack': stack.StackName }, h('td.name', null, h('a', { href: to(`/stacks/${encodeURIComponent(stack.StackName)}`) }, stack.StackName)), h('td', null, mark(stack.StackStatus)), h('td', null, since(Date.parse(stack.CreationTime))))))))
      : h('.empty', null, h('h2', null, t('stacks.none')), h('p', null, t('stacks.none.text'))));
  });
}
