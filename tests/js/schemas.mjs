// JSON Schemas of what the API answers, from the type declarations of masto and megalodon.
// The type checker is asked itself: generators name a schema by the last name of its type, and
// the packages have several types of one name.
import Ajv from "ajv";
import ts from "typescript";
import { OPTIONAL, TYPES } from "./deviations.mjs";

const PACKAGES = ["Masto", "Megalodon"];
const SOURCE = new URL("entities.ts", import.meta.url).pathname;

const OPTIONS = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  types: [],
};

const PRIMITIVES = [
  [ts.TypeFlags.String, "string"],
  [ts.TypeFlags.Number, "number"],
  [ts.TypeFlags.Boolean, "boolean"],
  [ts.TypeFlags.Null, "null"],
];

const snakeCase = (name) => name.replace(/(?<=[a-z0-9])([A-Z])/g, "_$1").toLowerCase();

/** The schema of a type and of all that it refers to, as it is sent: names in snake case. */
class Writer {
  definitions = {};
  fields = 0;
  known = new Set();
  #checker;
  #keys = new Map();
  #package;

  constructor(checker, name) {
    this.#checker = checker;
    this.#package = name;
  }

  schema(type) {
    const primitive = PRIMITIVES.find(([flag]) => type.flags & flag);
    if (primitive) return { type: primitive[1] };
    if (type.isLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: type.intrinsicName === "true" };
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion()) {
      const sent = type.types.filter((each) => !(each.flags & ts.TypeFlags.Undefined));
      return { anyOf: sent.map((each) => this.schema(each)) };
    }
    if (this.#checker.isArrayType(type)) {
      return { type: "array", items: this.schema(this.#checker.getTypeArguments(type)[0]) };
    }
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#reference(type);
    throw new Error(`${this.#checker.typeToString(type)}: a kind of type that has no schema yet`);
  }

  #reference(type) {
    if (!this.#keys.has(type)) {
      const key = String(this.#keys.size);
      this.#keys.set(type, key);
      this.definitions[key] = this.#object(type);
    }
    return { $ref: `#/definitions/${this.#keys.get(type)}` };
  }

  #object(type) {
    const properties = {};
    const required = [];
    const { [this.#package]: types } = TYPES;
    const { [this.#package]: optional } = OPTIONAL;
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const of = this.#checker.getTypeOfSymbol(property);
      const name = snakeCase(property.name);
      const key = `${nameOf(property, type)}.${property.name}`;
      properties[name] = types[key] ? types[key](this.schema(of)) : this.schema(of);
      this.known.add(key);
      if (Object.keys(properties[name]).length > 0) this.fields++;
      if (!mayBeMissing(property, of) && !optional.includes(key)) required.push(name);
    }
    const values = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const rest = values ? { additionalProperties: this.schema(values.type) } : {};
    return { type: "object", properties, required, ...rest };
  }
}

/** Of the interface that declares a field, or of the alias of its type. */
function nameOf(property, type) {
  const declared = (property.parent ?? type.symbol).name;
  return declared === "__type" && type.aliasSymbol ? type.aliasSymbol.name : declared;
}

/** What may be null may be left out as well: servers differ in it, and clients take both. */
function mayBeMissing(property, type) {
  const parts = type.isUnion() ? type.types : [type];
  const none = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return (property.flags & ts.SymbolFlags.Optional) !== 0 || parts.some((part) => part.flags & none);
}

export class Schemas {
  /** How many fields have a type, by package. */
  fields = {};
  #schemas = new Map();
  #validators = new Map();

  constructor() {
    const program = ts.createProgram([SOURCE], OPTIONS);
    const errors = ts.getPreEmitDiagnostics(program);
    if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, ts.createCompilerHost(OPTIONS)));
    const checker = program.getTypeChecker();
    const ajv = new Ajv({ strict: false, allErrors: true });
    for (const statement of program.getSourceFile(SOURCE).statements.filter(ts.isInterfaceDeclaration)) {
      const writer = new Writer(checker, statement.name.text);
      for (const property of checker.getTypeAtLocation(statement).getProperties()) {
        const root = writer.schema(checker.getTypeOfSymbol(property));
        const schema = { ...root, definitions: writer.definitions };
        this.#schemas.set(`${statement.name.text} ${property.name}`, schema);
      }
      this.fields[statement.name.text] = writer.fields;
      const { [statement.name.text]: types } = TYPES;
      const { [statement.name.text]: optional } = OPTIONAL;
      const gone = [...Object.keys(types), ...optional].filter((key) => !writer.known.has(key));
      if (gone.length > 0) throw new Error(`deviations of what is not declared: ${gone}`);
    }
    for (const [key, schema] of this.#schemas) this.#validators.set(key, ajv.compile(schema));
  }

  /** What is wrong with an answer, as each package declares it; nothing where none knows it. */
  flaws(entity, value) {
    if (entity.startsWith("[")) {
      if (!Array.isArray(value)) return [`${entity}: no list`];
      return value.flatMap((each) => this.flaws(entity.slice(1, -1), each));
    }
    return PACKAGES.flatMap((name) => {
      const validate = this.#validators.get(`${name} ${entity}`);
      if (!validate || validate(value)) return [];
      return validate.errors.map((error) => `${name} ${entity}${error.instancePath} ${error.message}`);
    });
  }

  knows(entity) {
    return PACKAGES.some((name) => this.#validators.has(`${name} ${entity.replace(/[[\]]/g, "")}`));
  }

  /** Whether a package gives the field at this path a type. */
  declares(entity, path) {
    if (entity.startsWith("[")) return this.declares(entity.slice(1, -1), path.slice(1));
    return PACKAGES.some((name) => {
      const schema = this.#schemas.get(`${name} ${entity}`);
      return schema !== undefined && isTyped(schema, path, schema.definitions);
    });
  }
}

function isTyped(schema, path, definitions) {
  if (schema.$ref) return isTyped(definitions[schema.$ref.split("/").at(-1)], path, definitions);
  if (schema.anyOf) return schema.anyOf.some((each) => isTyped(each, path, definitions));
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(schema).length > 0;
  const next = first === 0 ? schema.items : (schema.properties?.[first] ?? schema.additionalProperties);
  return next !== undefined && isTyped(next, rest, definitions);
}
