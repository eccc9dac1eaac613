// The page's engine reproduces the runs that were written by hand from the engine's rules.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const root = path.join(__dirname, "..", "..");
const { compile, readLandscape } = require(path.join(root, "assess/form/items.js"));
const { Session } = require(path.join(root, "assess/form/engine.js"));
const files = require(path.join(root, "assess/form/files.js"));
const { filled, spellingKey } = require(path.join(root, "assess/form/text.js"));

const readJson = (name) => JSON.parse(fs.readFileSync(path.join(root, name), "utf8"));
const cases = readJson("tests/support/engine_cases.json");
const words = readJson("questionnaires/words/engine.json").words;
const landscape = readLandscape(landscapeData(readJson("model/landscape/editions/2021.json")));

function landscapeData(json) {
  const place = new Map(json.categories.map((category, index) => [category.id, index]));
  return {
    edition: json.edition, digest: "fnv1a64:0123456789abcdef",
    categories: json.categories.map((category) => [category.id, category.name]),
    tools: json.tools.map((tool) => [tool.id, tool.name, tool.aliases ?? [],
      tool.categories.map((id) => place.get(id)), tool.status === "retired" ? 1 : 0]),
  };
}

function started(one, definition) {
  if (!one.draft) {
    return new Session(definition, landscape);
  }
  const json = structuredClone(one.draft);
  if (json.questionnaire.digest === "same") {
    json.questionnaire.digest = definition.digest;
  }
  assert.ok(files.isDraft(json));
  const { changes, draft } = files.fitDraft(definition, landscape, json);
  const said = changes.map(({ word, values }) => {
    assert.ok(words[word], word);
    return filled(words[word].en, values);
  });
  assert.equal(said.length, one.changes.length, said.join("\n"));
  one.changes.forEach((part, i) => assert.ok(said[i].includes(part), `${said[i]} / ${part}`));
  return new Session(definition, landscape, draft);
}

function makeMove(session, move) {
  switch (move.do) {
    case "answer": return session.answer(move.key, move.answer);
    case "next": return session.next();
    case "jump": return session.jump(move.key);
    case "back": session.back(); return null;
    default: throw new Error(`no such move: ${move.do}`);
  }
}

function stateOf(session) {
  return {
    items: session.items.map((item) => item.key),
    current: session.at === "" ? null : session.at,
    missing: session.missing().map((refusal) => refusal.key),
    done: session.done(),
    kept: Object.fromEntries(session.answers),
  };
}

function expect(state, then = {}) {
  for (const key of then.dropped ?? []) {
    delete state.kept[key];
  }
  const { kept, dropped, ...rest } = then;
  return { ...state, ...rest, kept: { ...state.kept, ...kept } };
}

assert.ok(cases.cases.length >= 17, "the cases are there");
for (const one of cases.cases) {
  test(one.name, () => {
    const json = cases.definitions[one.definition];
    const definition = compile(json, files.digestOf(files.canonicalJson(json)));
    const session = started(one, definition);
    let state = expect({ kept: {} }, one.start);
    assert.deepEqual(stateOf(session), state, "at the start");
    one.moves.forEach((move, i) => {
      const name = `move ${i}: ${JSON.stringify(move)}`;
      const at = session.at;
      const refusal = makeMove(session, move);
      assert.equal(refusal?.reason, move.refused, name);
      if (refusal) {
        assert.equal(refusal.key, move.do === "next" ? at : move.key, name);
        assert.ok(words[refusal.reason] && words[`${refusal.reason}-hint`], name);
      }
      state = expect(state, move.then);
      assert.deepEqual(stateOf(session), state, name);
      if (move.result) {
        assert.deepEqual(Object.fromEntries(session.result()), move.result, name);
      }
    });
    if (one.saved) {
      session.respondent = one.saved.respondent;
      assert.deepEqual(JSON.parse(files.answerFile(session)), one.saved);
    }
  });
}

test("a test of this kind can fail", () => {
  const definition = compile(cases.definitions.plain, "fnv1a64:0000000000000000");
  const session = new Session(definition, landscape);
  assert.equal(session.next().reason, "needs-answer");
  assert.notDeepEqual(stateOf(session), expect({ kept: {} }, { items: [] }));
});

test("FNV-1a gives the digests that its authors publish", () => {
  assert.equal(files.digestOf(""), "fnv1a64:cbf29ce484222325");
  assert.equal(files.digestOf("a"), "fnv1a64:af63dc4c8601ec8c");
  assert.equal(files.digestOf("foobar"), "fnv1a64:85944171f73967e8");
});

test("spelling keys are those of the C++ table", () => {
  // The table's own letters, read from the source, so that the two cannot drift apart.
  const source = fs.readFileSync(path.join(root, "model/text/text.cpp"), "utf8");
  const table = source.slice(source.indexOf("plain_latin{"), source.indexOf("bool is_ascii"));
  const letters = [...table.matchAll(/"([a-z]*)"/g)].map((match) => match[1]);
  assert.equal(letters.length, 0x180 - 0xc0);
  letters.forEach((letter, i) =>
    assert.equal(spellingKey(String.fromCodePoint(0xc0 + i)), letter, (0xc0 + i).toString(16)));
  assert.equal(spellingKey("W&B"), "wb");
  assert.equal(spellingKey("Ｃ＋＋ ™ ́"), "c++");
});
