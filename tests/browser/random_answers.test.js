// Random ways through every built-in questionnaire, by the page's engine in Node: the program must
// accept each file that comes out. The seed is printed with a failure; ASSESS_SEED repeats it.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { root, assertAccepted, writeJson } = require("./support.js");

const items = require(path.join(root, "assess/form/items.js"));
const engine = require(path.join(root, "assess/form/engine.js"));
const files = require(path.join(root, "assess/form/files.js"));

/** mulberry32: small, seeded, the same everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const texts = ["a", "Our thing", " padded ", "C++", "ſt", "😀", "<b>&\"'\\/", "two\nlines", "\u2028", "é",
  "W&B", "?!", "x".repeat(120), "name:x@y", "\u0007", "__proto__", "ß", "Ａirflow"];

function randomAnswer(random, landscape, question) {
  if (random(6) === 0) {
    return { missing: ["dont-know", "not-applicable", "skipped"][random(3)] };
  }
  const pick = (list) => list[random(list.length)];
  switch (question.kind) {
    case "single": return pick(question.choices).id;
    case "multiple": return question.choices.map((one) => one.id).filter(() => random(2) === 0).reverse();
    case "scale": return random(7);
    case "number": return (random(200000) - 100000) / [1, 10, 1000, 10000][random(4)];
    case "tools": return Array.from({ length: random(14) }, () => ({
      ...(random(4) === 0 ? { name: pick(texts) } : { tool: pick(landscape.tools).id }),
      depth: question.depth ? pick(engine.depths) : "uses" }));
    default: return pick(texts);
  }
}

for (const name of ["team", "quick", "place-a-tool"]) {
  test(`random answers to ${name} are accepted by the program`, () => {
    const html = execFileSync(process.env.ASSESS, ["form", name], { encoding: "utf8" });
    const data = JSON.parse(html.match(/id="data">([^<]*)</)[1]);
    const definition = items.compile(data.questionnaire, data.digest);
    const landscape = items.readLandscape(data.landscape);
    const first = Number(process.env.ASSESS_SEED ?? 1);
    let written = 0;
    let refused = 0;
    for (let seed = first; seed < first + 40; ++seed) {
      const random = generator(seed);
      const session = new engine.Session(definition, landscape);
      for (let move = 0; move < 120; ++move) {
        const item = session.items[random(session.items.length)];
        refused += session.answer(item.key, randomAnswer(random, landscape, item.question)) ? 1 : 0;
        if (random(5) === 0) {
          session.next();
        }
      }
      if (session.missing().length > 0) {
        continue; // such a session cannot be saved
      }
      session.respondent = "wren-4821";
      const file = writeJson(`${name}-${seed}.json`, JSON.parse(files.answerFile(session)));
      assert.doesNotThrow(() => assertAccepted(file, name), `seed ${seed}`);
      fs.rmSync(file);
      written += 1;
    }
    assert.ok(written >= 30, `${written} files`);
    assert.ok(refused > 0, "some answers were refused on the way");
  });
}

test("a changed answer is refused by the program: the test can fail", () => {
  const html = execFileSync(process.env.ASSESS, ["form", "quick"], { encoding: "utf8" });
  const data = JSON.parse(html.match(/id="data">([^<]*)</)[1]);
  const session = new engine.Session(items.compile(data.questionnaire, data.digest),
    items.readLandscape(data.landscape));
  session.respondent = "wren-4821";
  const json = JSON.parse(files.answerFile(session));
  json.respondent = "wren-4822";
  assert.throws(() => assertAccepted(writeJson("edited.json", json), "quick"), /checksum/);
});
