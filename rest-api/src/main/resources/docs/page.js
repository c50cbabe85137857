// Shows the API's own document. Every text goes in as text, never as markup.
const methods = ['get', 'post', 'put', 'patch', 'delete'];
const deepest = 6;

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function resolve(api, schema) {
  if (!schema?.$ref) return schema ?? {};
  return api.components?.schemas?.[schema.$ref.split('/').pop()] ?? {};
}

/** A schema as the shape of the JSON it stands for. */
function shape(api, schema, indent = '', depth = 0) {
  const known = resolve(api, schema);
  if (depth > deepest) return '…';
  if (known.anyOf) return known.anyOf.map((one) => shape(api, one, indent, depth)).join(' | ');
  if (known.enum) return known.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = [known.type ?? 'any'].flat();
  if (types[0] === 'array') return [`[${shape(api, known.items, indent, depth + 1)}]`, ...types.slice(1)].join(' | ');
  if (known.properties) {
    const inner = `${indent}  `;
    const fields = Object.entries(known.properties).map(([name, field]) => `${inner}${name}${known.required?.includes(name) ? '' : '?'}: ${shape(api, field, inner, depth + 1)}`);
    return `{\n${fields.join(',\n')}\n${indent}}`;
  }
  return [known.format ? `${types[0]} (${known.format})` : types[0], ...types.slice(1)].join(' | ');
}

function body(api, title, content) {
  if (!content) return null;
  const [mediaType, media] = Object.entries(content)[0] ?? [];
  return mediaType ? element('div', {}, `${title} (${mediaType})`, element('pre', {}, shape(api, media.schema))) : null;
}

function parameters(api, list) {
  if (!list?.length) return null;
  const rows = list.map((parameter) =>
    element('tr', {},
      element('td', {}, element('code', {}, parameter.name)),
      element('td', {}, parameter.in),
      element('td', {}, shape(api, parameter.schema)),
      element('td', {}, parameter.description ?? '')));
  return element('table', {}, element('tbody', {}, ...rows));
}

function operationOf(api, path, method, operation, id) {
  const open = operation.security && operation.security.length === 0;
  const answers = Object.entries(operation.responses ?? {}).map(([status, response]) =>
    body(api, `${status} ${response.description ?? ''}`, response.content) ?? element('div', {}, `${status} ${response.description ?? ''}`));
  return element('section', { class: 'operation', id },
    element('h3', {}, element('span', { class: 'method' }, method.toUpperCase()), ` ${path}`),
    element('p', {}, operation.summary ?? ''),
    element('p', { class: 'lock' }, open ? 'Open to everybody' : 'Needs an access token'),
    parameters(api, operation.parameters),
    body(api, 'Body', operation.requestBody?.content),
    ...answers);
}

function show(api) {
  document.getElementById('about').textContent = api.info.description ?? '';
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of methods.filter((name) => item[name])) {
      const tag = item[method].tags?.[0] ?? 'other';
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push({ path, method, operation: item[method], id: `${method}${path}`.replaceAll(/[^a-z0-9]+/gi, '-') });
    }
  }
  for (const [tag, entries] of [...groups].sort(([one], [other]) => one.localeCompare(other))) {
    document.getElementById('contents').append(element('strong', {}, tag), element('ul', {}, ...entries.map(({ path, method, id }) =>
      element('li', {}, element('a', { href: `#${id}` }, `${method.toUpperCase()} ${path}`)))));
    document.getElementById('operations').append(element('h2', {}, tag), ...entries.map(({ path, method, operation, id }) => operationOf(api, path, method, operation, id)));
  }
}

try {
  const answer = await fetch('/api/openapi', { headers: { Accept: 'application/json' } });
  show(await answer.json());
} catch (failure) {
  document.getElementById('about').textContent = `The document could not be read: ${failure}`;
}
