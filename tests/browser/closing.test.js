// What would close the gaps, in the page of assess report, and the page of assess what-if.
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

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "assess-closing-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

const team = fs.readFileSync(
  path.join(support.root, "questionnaires", "examples", "made-up-team.csv"), "utf8");
const hostile = "respondent,role,team,tool\na,engineer,<b>x</b>,<script>alert(1)</script>\n" +
  "a,engineer,<b>x</b>,Git\nb,researcher,=cmd(),Optuna\nc,engineer,=cmd(),Docker\n" +
  "d,researcher,=cmd(),Comet\n\"\"\"><img src=x onerror=alert(2)>\",researcher,=cmd(),Git\n";
/** Page: roster, command. */
const made = {
  report: [team, ["report"]],
  "what-if": [team, ["what-if", "--adopt", "Git=researcher", "--drop", "AWS=everybody"]],
  "what-if-three": ["respondent,role,tools\na,researcher,Deepnote;Git\nb,engineer,Docker\nc,engineer,AWS\n",
    ["what-if", "--adopt", "Git=everybody"]],
  "what-if-one-role": ["respondent,role,tools\na,engineer,Docker;Git\nb,engineer,AWS\n",
    ["what-if", "--adopt", "Argo=engineer"]],
  "what-if-hostile": [hostile, ["what-if", "--unknown", "keep", "--adopt",
    "<script>alert(1)</script>=researcher", "--drop", "Git=\"><img src=x onerror=alert(2)>"]],
};
const pages = {};

test.before(async () => {
  for (const [name, [roster, [command, ...options]]] of Object.entries(made)) {
    const input = path.join(folder, `${name}.csv`);
    const output = path.join(folder, `${name}.html`);
    fs.writeFileSync(input, roster);
    execFileSync(process.env.ASSESS, [command, input, ...options, "--format", "html", "--out",
      output], { stdio: ["ignore", "ignore", "pipe"] });
    pages[name] = pathToFileURL(output).href;
  }
  await support.openBrowser();
});
test.after(() => support.closeBrowser());

support.testLooks(test, pages, Object.keys(made).filter((each) => each !== "report"));

test("each adoption has its numbers as text, drawn or not, on a phone and on a wide page", async () => {
  for (const width of [360, 1280]) {
    const page = await openPage(pages.report, { viewport: { width, height: 900 }, javaScriptEnabled: false });
    if (width === 360) {
      await page.locator("#closing details.fold > summary").first().click();
    }
    const rows = page.locator("#closing tbody tr");
    assert.ok(await rows.count() > 2);
    for (const row of await rows.all()) {
      const text = (await row.innerText()).replace(/\s+/g, " ");
      assert.match(text, /takes? up .+ (adopt|trial) .*\d of \d+ .*-?\d\.\d\d/i);
      assert.match(text, /−?\d\.\d\d to −?\d\.\d\d/, "the interval");
      const drawn = await row.locator("svg.dumb").boundingBox();
      assert.ok(drawn.width > 150, `${drawn.width} pixels for before and after`);
      assert.equal(await row.locator("svg.dumb").getAttribute("aria-hidden"), "true");
    }
    await page.context().close();
  }
});

test("the head of the drawn column is as wide as its rows, stacked or not", async () => {
  for (const name of ["report", "what-if"]) {
    for (const width of [360, 820, 1280]) {
      const page = await openPage(pages[name], { viewport: { width, height: 900 } });
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) {
          each.open = true;
        }
      });
      const axis = await page.locator("svg.dumb-axis").boundingBox();
      const row = await page.locator("svg.dumb").first().boundingBox();
      assert.ok(Math.abs(axis.x - row.x) < 1 && Math.abs(axis.width - row.width) < 1,
        `${name} at ${width}: ${JSON.stringify([axis, row])}`);
      await closePage(page);
    }
  }
});

test("the mark of today stands at one place in all rows, and those after at other ones", async () => {
  const page = await openPage(pages.report);
  const places = (which) => page.locator(`#closing .${which}`)
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().x)));
  assert.equal(new Set(await places("dumb-before")).size, 1);
  assert.ok(new Set(await places("dumb-after")).size > 1);
  await closePage(page);
});

test("the keyboard goes from an adoption to the finding that asks for it", async () => {
  const page = await openPage(pages.report);
  const link = page.locator("#closing .for a").first();
  const rule = await link.innerText();
  await link.focus();
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => location.hash);
  assert.match(target, /^#finding-\d+$/);
  assert.equal(await page.locator(`${target} .rule`).innerText(), rule);
  await closePage(page);
});

test("a what-if is whole without scripts", async () => {
  const scripted = await openPage(pages["what-if"]);
  const plain = await openPage(pages["what-if"], { javaScriptEnabled: false });
  const words = async (page) => (await page.locator("main").innerText()).replace(/\s+/g, " ");
  assert.equal(await words(scripted), await words(plain));
  assert.match(await words(plain), /Difference/);
  await closePage(scripted);
  await plain.context().close();
});

test("names that are markup are shown and do nothing", async () => {
  const page = await openPage(pages["what-if-hostile"]);
  const words = await page.locator("body").innerText();
  assert.ok(words.includes("<script>alert(1)</script>"));
  assert.ok(words.includes("<img src=x onerror=alert(2)>"));
  await closePage(page);
});

test("the Nu HTML Checker finds no error", { skip: support.noChecker }, () => {
  support.assertValidHtml(Object.keys(pages).map((name) => path.join(folder, `${name}.html`)));
});
