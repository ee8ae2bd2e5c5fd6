import type { NetworkView, NodeView } from '../../application/asking/alignment-views.js';

type Value = string | number | boolean | null;

/** An attribute of nodes or edges, as a `key` of GraphML declares it. */
interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'double' | 'int' | 'boolean';
}

/** Ends say what they are: a party and an issue may have the same slug. */
interface Edge {
  readonly source: string;
  readonly target: string;
  readonly values: Readonly<Record<string, Value>>;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`;

const ofNodes: readonly Attribute[] = [
  { name: 'kind', type: 'string' },
  { name: 'slug', type: 'string' },
  { name: 'label', type: 'string' },
];
const ofEdges: Readonly<Record<NetworkView['mode'], readonly Attribute[]>> = {
  two: [
    { name: 'status', type: 'string' },
    { name: 'mixed', type: 'boolean' },
    { name: 'score', type: 'double' },
    { name: 'band', type: 'string' },
    { name: 'strength', type: 'double' },
  ],
  one: [
    { name: 'n', type: 'int' },
    { name: 'alignment', type: 'double' },
    { name: 'agreement', type: 'double' },
  ],
};

/** The network as an undirected GraphML graph, its basis an attribute of the graph. */
export function graphmlOf(network: NetworkView): string {
  const { mode, nodes, basis } = network;
  const lines = [
    head,
    '  <key id="basis" for="graph" attr.name="basis" attr.type="string"/>',
    ...ofNodes.map((attribute) => declared('node', attribute)),
    ...ofEdges[mode].map((attribute) => declared('edge', attribute)),
    `  <graph id="${mode}-mode" edgedefault="undirected">`,
    `    <data key="basis">${escaped(JSON.stringify(basis))}</data>`,
    ...nodes.map(nodeLine),
    ...edgesOf(network).map((edge) => edgeLine(edge, ofEdges[mode])),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

function edgesOf(network: NetworkView): readonly Edge[] {
  if (network.mode === 'one') {
    return network.edges.map(({ a, b, ...values }) => ({ source: `party:${a}`, target: `party:${b}`, values }));
  }
  return network.edges.map(({ party, issue, ...values }) => ({
    source: `party:${party}`,
    target: `issue:${issue}`,
    values,
  }));
}

function declared(domain: 'node' | 'edge', { name, type }: Attribute): string {
  return `  <key id="${domain}-${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>`;
}

function nodeLine({ id, kind, label }: NodeView): string {
  const values = { kind, slug: id, label };
  return `    <node id="${kind}:${id}">${cells('node', ofNodes, values)}</node>`;
}

function edgeLine({ source, target, values }: Edge, attributes: readonly Attribute[]): string {
  return `    <edge source="${source}" target="${target}">${cells('edge', attributes, values)}</edge>`;
}

function cells(domain: string, attributes: readonly Attribute[], values: Readonly<Record<string, Value>>): string {
  return attributes.map(({ name }) => cell(`${domain}-${name}`, values[name] ?? null)).join('');
}

function cell(key: string, value: Value): string {
  return value === null ? '' : `<data key="${key}">${escaped(String(value))}</data>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** XML 1.0 has no way to write most control characters, not even as references. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (control) => (/[\t\n\r\u007F-\u009F]/.test(control) ? control : '\uFFFD'))
    .replaceAll(/[&<>"\r]/g, (special) => entities[special] ?? special);
}
