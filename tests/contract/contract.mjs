// api/openapi.yaml as something to hold answers against.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './server.mjs';

export const contractText = readFileSync(join(root, 'api/openapi.yaml'), 'utf8');
const contract = parse(contractText);

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(contract, 'contract');

function at(reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((part, name) => part[name], contract);
}

function resolved(part) {
  return part.$ref ? at(part.$ref) : part;
}

/** Every operation with its path, method and parameters. */
export const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    parameters: (operation.parameters ?? []).map(resolved),
    operation,
  })),
);

export function operationNamed(id) {
  return operations.find((operation) => operation.id === id);
}

/** What is wrong with an answer, as one text per fault; empty when it is as promised. */
export function faultsOf(operation, { status, contentType, body }) {
  const { responses } = operation.operation;
  const promised = responses[status] ?? responses.default;
  if (!promised) return [`status ${status} is not promised`];
  const { content } = resolved(promised);
  if (!content) return body ? [`a body is not promised for ${status}`] : [];
  const kind = (contentType ?? '').split(';')[0];
  if (!content[kind]) return [`content type ${kind} is not promised for ${status}`];
  if (!kind.endsWith('json')) return [];
  const validate = ajv.compile(withWholeReferences(content[kind].schema));
  return validate(JSON.parse(body))
    ? []
    : validate.errors.map((fault) => `${fault.instancePath || '/'} ${fault.message}`);
}

// "#/components/..." means the contract also when a part of it is compiled on its own.
function withWholeReferences(schema) {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === '$ref' && value.startsWith('#') ? `contract${value}` : value,
    ),
  );
}
