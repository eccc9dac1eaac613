// The page of assess report --format html in a real browser: what a reader sees, reaches by
// keyboard, prints, and reads without scripts.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { pathToFileURL } = require("node:url");
const support = require("./support.js");
const { closePage, faults, openPage, violations } = support;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "assess-report-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

/** Rosters that make every kind of page. */
const rosters = {
  team: fs.readFileSync(
    path.join(support.root, "questionnaires", "examples", "made-up-team.csv"), "utf8"),
  three: "respondent,role,tools\na,researcher,Deepnote;Git\nb,engineer,Docker;Git\nc,engineer,AWS\n",
  "one-role": "respondent,role,tools\na,engineer,Docker;Git\nb,engineer,Kubernetes\nc,engineer,AWS;Git\n",
  nobody: "respondent,role,tools\na,engineer,\nb,researcher,\n",
  hostile: "respondent,role,tool\na,engineer,<script>alert(1)</script>\na,engineer,Git\nb,researcher,=cmd()\n" +
    "b,researcher,Git\nc,engineer,Git\nd,researcher,\"\"\"><img src=x onerror=alert(2)>\"\n",
};
const pages = {};

test.before(async () => {
  for (const [name, roster] of Object.entries(rosters)) {
    const input = path.join(folder, `${name}.csv`);
    const output = path.join(folder, `${name}.html`);
    fs.writeFileSync(input, roster);
    execFileSync(process.env.ASSESS, ["report", input, "--unknown", "keep", "--format", "html",
      "--out", output], { stdio: ["ignore", "ignore", "pipe"] });
    pages[name] = pathToFileURL(output).href;
  }
  await support.openBrowser();
});
test.after(() => support.closeBrowser());

support.testLooks(test, pages, Object.keys(rosters));

test("these checks can fail", async () => {
  const page = await openPage(pages.team, { init: support.axeSource() });
  await page.evaluate(() => {
    const text = document.querySelector("#plane-wide text");
    text.after(text.cloneNode(true));
    const wide = document.createElement("p");
    wide.className = "wide-test";
    wide.textContent = "w".repeat(2000);
    wide.setAttribute("lang", "no such language");
    document.querySelector("main").append(wide);
    document.querySelector("#where").setAttribute("aria-labelledby", "nothing");
    for (const each of document.querySelectorAll("body *")) {
      each.style.overflowWrap = "normal";
    }
  });
  const found = await faults(page);
  assert.ok(found.some((each) => each.startsWith("the page is")), found.join());
  assert.ok(found.some((each) => each.includes('" on "')), found.join());
  assert.ok((await violations(page)).length > 0);
  await page.context().close();
});

test("the page is whole without scripts", async () => {
  const scripted = await openPage(pages.team);
  const plain = await openPage(pages.team, { javaScriptEnabled: false });
  const words = (page) => page.locator("main").innerText();
  // The controls need the script and appear only with it.
  const extra = await scripted.locator(".controls").innerText();
  assert.equal((await words(scripted)).replace(extra, "").replace(/\s+/g, " "),
    (await words(plain)).replace(/\s+/g, " "));
  assert.equal(await plain.locator(".controls").isVisible(), false);
  await closePage(scripted);
  await plain.context().close();
});

test("on a phone the lesser findings fold to their verdict, and open without scripts", async () => {
  const page = await openPage(pages.team, { viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  const folds = page.locator("#findings details.card");
  assert.ok(await folds.count() > 0);
  const first = folds.first();
  assert.equal(await first.locator("h3").isVisible(), true);
  assert.equal(await first.locator("dl").isVisible(), false);
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await first.locator("dl").isVisible(), true);
  await page.context().close();
});

test("on paper and on a wide screen nothing is folded, scripts or not", async () => {
  for (const [width, media] of [[360, "print"], [1280, "screen"]]) {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage(pages.team, { viewport: { width, height: 800 }, javaScriptEnabled });
      await page.emulateMedia({ media });
      const details = page.locator("#findings dl");
      const count = await details.count();
      for (let i = 0; i < count; ++i) {
        assert.equal(await details.nth(i).isVisible(), true, `finding ${i} at ${width}, ${media}`);
      }
      await page.context().close();
    }
  }
});

test("the keyboard reaches every mark and shows its details", async () => {
  const page = await openPage(pages.team);
  const first = page.locator("#plane-wide .mark[tabindex='0']");
  await first.focus();
  assert.equal(await page.locator("#tip").isVisible(), true);
  const seen = new Set();
  const marks = await page.locator("#plane-wide .mark").count();
  for (let i = 0; i < marks; ++i) {
    seen.add(await page.locator("#tip").innerText());
    await page.keyboard.press("ArrowRight");
  }
  assert.equal(seen.size, marks);
  assert.ok([...seen].some((text) => text.startsWith("Git: ")), [...seen].join("\n"));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#tip").isVisible(), false);
  await closePage(page);
});

test("layers go and come back, and a tool is found by its name", async () => {
  const page = await openPage(pages.team);
  const people = page.locator("#plane-wide [data-layer=people]");
  assert.equal(await people.isVisible(), true);
  await page.getByRole("checkbox", { name: "People" }).uncheck();
  assert.equal(await people.isVisible(), false);
  await page.locator("[data-tool-filter]").fill("docker");
  const dimmed = (tool) => page.locator(`#plane-wide .mark[data-tool="${tool}"]`)
    .evaluate((each) => each.classList.contains("dim"));
  assert.equal(await dimmed("Docker"), false);
  assert.equal(await dimmed("Git"), true);
  assert.match(await page.locator(".found").innerText(), /^1 tool/);
  await closePage(page);
});

test("names that are markup are shown and do nothing", async () => {
  const page = await openPage(pages.hostile);
  assert.ok((await page.locator("main").innerText()).includes("<script>alert(1)</script>"));
  await closePage(page);
});

test("the Nu HTML Checker finds no error", { skip: support.noChecker }, () => {
  support.assertValidHtml(Object.keys(pages).map((name) => path.join(folder, `${name}.html`)));
});
