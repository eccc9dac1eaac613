// The pages of assess compare and assess trend --format html in a real browser.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { pathToFileURL } = require("node:url");
const support = require("./support.js");
const { closePage, openPage } = support;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "assess-trend-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

const example = (name) => fs.readFileSync(
  path.join(support.root, "questionnaires", "examples", name), "utf8");
const head = "respondent,role,team,tools\n";
const hostile = (tool) => `${head}a,engineer,"<img src=x onerror=alert(1)>",Git;Docker\n` +
  `b,engineer,"<img src=x onerror=alert(1)>",Git;${tool}\nc,researcher,=cmd(),Optuna\n` +
  `d,researcher,=cmd(),Optuna;${tool}\n`;

/** Pairs of rosters: before and after. */
const pairs = {
  team: [example("made-up-team.csv"), example("made-up-team-next-quarter.csv")],
  same: [example("made-up-team.csv"), example("made-up-team.csv")],
  alone: [`${head}a,engineer,,Docker\nb,researcher,,Optuna\n`, `${head}a,engineer,,Git\n`],
  hostile: [hostile("AWS"), hostile("MLflow")],
};
const pages = {};

function assess(...words) {
  return execFileSync(process.env.ASSESS, words,
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
}

/** A store of twelve rounds: the two quarters in turn. */
function makeRounds() {
  assess("init");
  for (let i = 0; i < 12; ++i) {
    const name = `round ${i + 1} of the year, with a rather long name`;
    fs.writeFileSync(path.join(folder, "in.csv"), pairs.team[i % 2]);
    assess("round", "open", name, "--lead-entered", "--questionnaire", "quick");
    assess("submit", "in.csv", "--round", name);
  }
}

test.before(async () => {
  for (const [name, [before, after]] of Object.entries(pairs)) {
    fs.writeFileSync(path.join(folder, `${name}-before.csv`), before);
    fs.writeFileSync(path.join(folder, `${name}-after.csv`), after);
    const more = name === "hostile" ? ["--by", "team", "--between", "=cmd(),<img src=x onerror=alert(1)>"] : [];
    assess("compare", `${name}-before.csv`, `${name}-after.csv`, ...more, "--format", "html",
      "--out", `${name}.html`);
    pages[name] = pathToFileURL(path.join(folder, `${name}.html`)).href;
  }
  makeRounds();
  assess("trend", "assess.db", "--format", "html", "--out", "rounds.html");
  pages.rounds = pathToFileURL(path.join(folder, "rounds.html")).href;
  await support.openBrowser();
});
test.after(() => support.closeBrowser());

support.testLooks(test, pages, [...Object.keys(pairs), "rounds"]);

test("the page is whole without scripts", async () => {
  const scripted = await openPage(pages.team);
  const plain = await openPage(pages.team, { javaScriptEnabled: false });
  const words = async (page) => (await page.locator("main").innerText()).replace(/\s+/g, " ");
  assert.equal(await words(scripted), await words(plain));
  assert.match(await words(plain), /moved/i);
  await closePage(scripted);
  await plain.context().close();
});

test("the keyboard reaches every place of the path", async () => {
  const page = await openPage(pages.team);
  await page.locator("#path-wide .mark[tabindex='0']").focus();
  const seen = new Set();
  const marks = await page.locator("#path-wide .mark").count();
  for (let i = 0; i < marks; ++i) {
    seen.add(await page.locator("#tip").innerText());
    await page.keyboard.press("ArrowRight");
  }
  assert.equal(seen.size, 6, "three groups, before and after");
  assert.ok([...seen].some((text) => text.startsWith("Researchers, team-after.csv: 5 people")),
    [...seen].join("\n"));
  await closePage(page);
});

test("on a phone every number keeps its name", async () => {
  const page = await openPage(pages.team, { viewport: { width: 360, height: 900 } });
  const cells = await page.locator(".moved tbody tr").first().innerText();
  for (const name of ["before", "after", "moved", "interval", "left", "tools", "joined"]) {
    assert.ok(cells.includes(name), cells);
  }
  await closePage(page);
});

test("names that are markup are shown and do nothing", async () => {
  const page = await openPage(pages.hostile);
  assert.ok((await page.locator("main").innerText()).includes("<img src=x onerror=alert(1)>"));
  await closePage(page);
});

test("the Nu HTML Checker finds no error", { skip: support.noChecker }, () => {
  support.assertValidHtml(Object.keys(pages).map((name) => path.join(folder, `${name}.html`)));
});
