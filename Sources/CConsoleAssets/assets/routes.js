// Which module shows which address. A module exports `mount(root, params, ctx)` and may give a function that takes it away.

/** Patterns in the order they are tried; `:name` stands for one part of a path. */
export const routes = [
  ['/', 'machines'],
  ['/new', 'gallery'],
  ['/deploy/:id', 'deploy'],
  ['/stacks', 'stacks'],
  ['/stacks/:name', 'stack'],
  ['/machines/:name', 'machine'],
  ['/machines/:name/edit', 'studio'],
  ['/executions/:machine/:execution', 'execution'],
  ['/search', 'search'],
  ['/approvals', 'approvals'],
  ['/handlers', 'handlers'],
  ['/handlers/:name', 'handler'],
  ['/queues', 'queues'],
  ['/topics', 'topics'],
  ['/signin', 'signin'],
];

/** The module of a path and what its pattern's names stand for; `null` when there is none. */
export function find(path) {
  const parts = path.split('/').filter(Boolean);
  for (const [pattern, name] of routes) {
    const wanted = pattern.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    const params = {};
    const fits = wanted.every((part, index) => {
      if (!part.startsWith(':')) return part === parts[index];
      params[part.slice(1)] = decodeURIComponent(parts[index]);
      return true;
    });
    if (fits) return { name, params };
  }
  return null;
}
