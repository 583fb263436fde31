// Answers with one field of a wrong type each: a check that finds none of them finds nothing.

/** A value of another type than any field has. */
const WRONG = [[true]];

function fields(value, path = []) {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((each) => fields(each, [...path, 0]));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, of]) => [
    [...path, name],
    ...fields(of, [...path, name]),
  ]);
}

function withWrong(value, path) {
  const copy = structuredClone(value);
  const holder = path.slice(0, -1).reduce((at, name) => at[name], copy);
  holder[path.at(-1)] = WRONG;
  return copy;
}

/** Plants one wrong type at each field that a schema knows, in one answer of each endpoint. */
export function plant(answers, schemas) {
  const missed = [];
  let count = 0;
  for (const [name, { entity, value }] of answers) {
    const before = new Set(schemas.flaws(entity, value));
    for (const path of fields(value)) {
      if (!schemas.declares(entity, path)) continue;
      count++;
      const after = schemas.flaws(entity, withWrong(value, path));
      if (!after.some((flaw) => !before.has(flaw))) missed.push(`${name} ${path.join(".")}`);
    }
  }
  return { count, found: count - missed.length, missed };
}
