// The page of assess form in a real browser.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const test = require("node:test");
const { fileURLToPath } = require("node:url");
const support = require("./support.js");
const definitions = require("./definitions.js");
const { assertAccepted, closePage, heading, makeForm, next, openPage, save, violations, writeJson } =
  support;

let team;
test.before(async () => {
  team = makeForm("team", "--round-title", "Spring");
  await support.openBrowser();
});
test.after(() => support.closeBrowser());

const tab = async (page, times = 1) => {
  for (let i = 0; i < times; ++i) {
    await page.keyboard.press("Tab");
  }
};

/** Presses Tab until what has the focus matches; fails where the focus goes round. */
async function tabTo(page, selector, key = "Tab") {
  for (let i = 0; i < 200; ++i) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
      return;
    }
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

const isFocused = (page, selector) =>
  page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

async function addTool(page, typed, depth) {
  await page.locator("input[type=search]").fill(typed);
  await page.keyboard.press("Enter");
  await page.locator(".tool:focus-within select").selectOption(depth);
}

/** From the start to the page of tools. */
async function toTools(page) {
  await page.locator(".start .primary").click();
  await page.getByRole("radio", { name: /Engineering/ }).check();
  await next(page);
}

async function toReview(page) {
  for (let i = 0; i < 30 && await page.locator(".review").count() === 0; ++i) {
    await next(page);
  }
}

test("the file is small, complete and locked down", () => {
  const html = fs.readFileSync(fileURLToPath(team), "utf8");
  assert.ok(html.length < 400_000, `${html.length} bytes`);
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  assert.match(policy, /^default-src &apos;none&apos;; script-src (&apos;sha256-[^ ;]+&apos; ?)+;/);
  assert.doesNotMatch(policy, /unsafe|http|\*/);
  for (const directive of ["form-action &apos;none&apos;", "base-uri &apos;none&apos;"]) {
    assert.ok(policy.includes(directive), directive);
  }
  assert.doesNotMatch(html, /<(link|script|img|iframe)[^>]*(src|href)="(?!data:,")/);
  assert.doesNotMatch(html, / (style|on\w+)="/);
});

test("a policy without the scripts' hashes would stop the page: the test can fail", async () => {
  const html = fs.readFileSync(fileURLToPath(team), "utf8");
  const file = fileURLToPath(team).replace("team.html", "broken.html");
  fs.writeFileSync(file, html.replace('"use strict";', '"use strict"; '));
  const page = await openPage(`file://${file}`);
  assert.ok(page.noise.some((line) => line.includes("script-src")), page.noise.join("\n"));
  await page.context().close();
});

test("the whole team questionnaire by keyboard alone, saved, and read by the program", async () => {
  const page = await openPage(team);
  await tabTo(page, ".start .primary");
  await page.keyboard.press("Enter");
  assert.equal(await heading(page), "You");
  assert.ok(await isFocused(page, "h1"), "the new page's heading has the focus");
  await tabTo(page, "main .primary"); // nothing answered yet
  await page.keyboard.press("Enter");
  assert.ok(await isFocused(page, "input[type=radio]"), "the first problem has the focus");
  assert.match(await page.locator(".question.wrong .error").innerText(), /needs an answer/);
  await page.keyboard.press("ArrowDown"); // from researcher to engineer
  await page.keyboard.press("Space");
  assert.equal(await page.locator(".question.wrong").count(), 0);
  await tabTo(page, "input[type=text]");
  await page.keyboard.type("Search");
  await tabTo(page, "main .primary");
  await page.keyboard.press("Enter");

  await tabTo(page, "input[type=search]");
  await page.keyboard.type("pytorch");
  await page.keyboard.press("Enter");
  assert.ok(await isFocused(page, "select"), "a chosen tool asks how often at once");
  await page.keyboard.type("daily");
  await tabTo(page, "input[type=search]", "Shift+Tab");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Our own thing");
  await page.keyboard.press("Enter");
  assert.ok(await isFocused(page, "select"));
  await page.keyboard.type("weekly");
  await tabTo(page, "main .primary");
  await page.keyboard.press("Enter");

  assert.equal(await heading(page), "Your part of the work");
  await tabTo(page, "input[type=checkbox]");
  await page.keyboard.press("Space");
  await tabTo(page, "main .primary");
  await page.keyboard.press("Enter");
  for (let guard = 0; guard < 12 && await page.locator(".review").count() === 0; ++guard) {
    for (let i = await page.locator(".scale").count(); i > 0; --i) {
      await tabTo(page, "input[type=radio]");
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
    }
    if (await page.locator("textarea").count() > 0) {
      await tabTo(page, "textarea");
      await page.keyboard.type("It's <fine> & \"good\" \u2028 ü 😀");
    }
    await tabTo(page, "main .primary");
    await page.keyboard.press("Enter");
  }
  await tabTo(page, ".review > .buttons .primary");
  const waiting = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const download = await waiting;
  const file = await download.path();
  const json = JSON.parse(fs.readFileSync(file, "utf8"));
  assert.equal(await heading(page), "Now send your file");
  assert.ok(await isFocused(page, "h1"));
  assert.match(json.respondent, /^[a-z]+-\d{4}$/);
  assert.equal(download.suggestedFilename(), `answers-${json.respondent}.json`);
  assert.equal(json.answers.role, "engineer");
  assert.equal(json.answers.team, "Search");
  assert.deepEqual(json.answers.tools, [{ tool: "pytorch", depth: "daily" },
    { name: "Our own thing", depth: "weekly" }]);
  assert.deepEqual(json.answers.stages, ["data-acquisition"]);
  assert.equal(json.answers["gives@pytorch"], 2);
  assert.equal(json.answers["frustrates@name:Our own thing"], 2);
  assert.equal(json.answers["need-no-lead-time"], 2);
  assert.equal(json.answers.comment, "It's <fine> & \"good\" \u2028 ü 😀");
  assert.equal(Object.keys(json.answers).length, 17);
  assertAccepted(file, "team");
  await closePage(page);
});

for (const width of [360, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const locale of ["en-GB", "de-DE"]) {
      test(`every page is free of axe violations: ${width} ${colorScheme} ${locale}`, async () => {
        const page = await openPage(team, { viewport: { width, height: 740 }, colorScheme, locale,
          reducedMotion: "reduce", init: support.axeSource() });
        const seen = [];
        const look = async (what) => {
          seen.push(what);
          // What the dark page does not share with the light one is its colours.
          const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
          assert.deepEqual(await violations(page, rules), [], what);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${what} is ${wide} px wider than the screen`);
          const small = await page.evaluate(() => [...document.querySelectorAll(
            "button, select, summary, label.option, .field")]
            .map((node) => [node, node.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.height < 44 || box.width < 44))
            .map(([node, box]) => `${node.textContent} ${box.width}x${box.height}`));
          assert.deepEqual(small, [], `${what}: targets of at least 44 px`);
        };
        await look("start");
        assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2));
        await page.locator(".start .primary").click();
        await next(page);
        await look("errors");
        await page.locator("input[type=radio]").first().check();
        await next(page);
        await page.locator("input[type=search]").fill("py");
        await look("search");
        await page.keyboard.press("Enter");
        await page.locator("input[type=search]").fill("No such tool of ours");
        await look("a name that is not on the list");
        await page.keyboard.press("Enter");
        await page.locator("input[type=search]").fill("");
        await page.locator(".browse > summary").click();
        await page.locator(".category > summary").first().click();
        await look("categories");
        await next(page);
        await look("how often is missing");
        for (const select of await page.locator(".chosen select").all()) {
          await select.selectOption("weekly");
        }
        if (width === 360) {
          await page.locator(".fold").click();
          await look("list of parts");
          await page.locator(".fold").click();
        }
        await next(page);
        for (let i = 0; i < 20 && await page.locator(".review").count() === 0; ++i) {
          await look(await heading(page));
          await next(page);
        }
        await look("review");
        await page.locator(".review .primary").click();
        await look("saved");
        await page.locator(".fallback summary").click();
        await look("text to copy");
        await page.locator(".bottom button").click();
        await look("start over?");
        assert.ok(seen.length >= 15, `${seen.length} states were looked at`);
        await closePage(page);
      });
    }
  }
}

test("axe finds what is wrong: the test can fail", async () => {
  const page = await openPage(team, { init: support.axeSource() });
  await page.evaluate(() => document.querySelector("main").append(document.createElement("input")));
  assert.match((await violations(page)).join(), /label/);
  await page.context().close();
});

test("zoomed to 200%, with forced colours, nothing is cut off", async () => {
  const page = await openPage(team, { viewport: { width: 640, height: 450 }, forcedColors: "active",
    deviceScaleFactor: 2, init: support.axeSource() });
  await page.locator(".start .primary").click();
  await next(page);
  assert.deepEqual(await violations(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await closePage(page);
});

test("a draft survives a reload, with what is only half typed", async () => {
  const page = await openPage(team);
  await toTools(page);
  await addTool(page, "git", "daily");
  await page.locator("input[type=search]").fill("docker");
  await page.keyboard.press("Enter"); // chosen, but not said how often
  await page.reload();
  assert.match(await page.locator(".start .primary").innerText(), /Go on/);
  await page.locator(".start .primary").click();
  assert.equal(await heading(page), "Your tools");
  assert.deepEqual(await page.locator(".chosen li .name").allInnerTexts(), ["Git", "Docker"]);
  assert.deepEqual(await page.locator(".chosen select").evaluateAll((all) => all.map((one) => one.value)),
    ["daily", ""]);
  await next(page);
  assert.equal(await heading(page), "Your tools", "the open tool keeps it there");
  assert.match(await page.locator(".summary").innerText(), /Docker/);
  assert.ok(await isFocused(page, ".chosen li:nth-child(2) select"));
  await page.locator(".chosen li:nth-child(2) button").click();
  await toReview(page);
  const { json } = await save(page);
  assert.deepEqual(json.answers.tools, [{ tool: "git", depth: "daily" }]);
  await closePage(page);
});

test("starting over asks first, and then forgets the answers but not the code name", async () => {
  const page = await openPage(team);
  await toTools(page);
  const code = await page.evaluate(() => JSON.parse(localStorage.getItem("assess/draft/team")).respondent);
  await page.locator(".bottom button").click();
  await page.locator("dialog .secondary").click();
  assert.equal(await heading(page), "Your tools");
  await toReview(page); // stops at the required question
  await addTool(page, "git", "daily");
  await toReview(page);
  await save(page);
  await page.locator(".bottom button").click();
  await page.locator("dialog .primary").click();
  assert.match(await heading(page), /Your tools and your work/);
  await page.reload();
  await toTools(page);
  const draft = await page.evaluate(() => JSON.parse(localStorage.getItem("assess/draft/team")));
  assert.equal(draft.respondent, code);
  assert.deepEqual(Object.keys(draft.answers), ["role", "team"]);
  await closePage(page);
});

test("hidden answers stay in the draft and out of the file", async () => {
  const page = await openPage(team);
  await toTools(page);
  await addTool(page, "git", "daily");
  await next(page);
  await next(page);
  await next(page);
  assert.equal(await heading(page), "Git");
  await page.getByRole("radio", { name: /Fully true/ }).first().check();
  await page.locator(".parts li button", { hasText: "Your tools" }).first().click();
  await page.locator(".chosen select").selectOption("stopped");
  assert.equal(await page.locator(".parts li", { hasText: "Git" }).count(), 0);
  await toReview(page);
  const first = await save(page);
  assert.equal(first.json.answers["gives@git"], undefined);
  assertAccepted(first.file, "team");
  await page.locator(".saved .secondary").first().click();
  await page.locator(".part", { hasText: "Your tools" }).getByRole("button").click();
  await page.locator(".chosen select").selectOption("rarely");
  await toReview(page);
  const second = await save(page);
  assert.equal(second.json.answers["gives@git"], 5);
  assertAccepted(second.file, "team");
  await closePage(page);
});

test("a damaged draft is said and set aside", async () => {
  for (const stored of ["{\"format\": \"assess/dr", "[]", "null", "{\"format\":\"assess/draft/1\"}"]) {
    const page = await openPage(team, { init: `try { if (!localStorage.getItem("assess/draft/team/broken"))
      localStorage.setItem("assess/draft/team", ${JSON.stringify(stored)}); } catch {}` });
    assert.match(await page.locator(".notice").innerText(), /damaged/);
    assert.equal(await page.evaluate(() => localStorage.getItem("assess/draft/team/broken")), stored);
    await toTools(page);
    await closePage(page);
  }
});

test("a draft with hostile answers is cleaned, and the page goes on", async () => {
  const draft = { format: "assess/draft/1", questionnaire: { id: "team", version: 1, digest: "x" },
    respondent: "a\u0000b", language: "xx", at: "__proto__", questions: ["role"],
    answers: { role: { toString: 1 }, tools: [null, 5, { tool: "<b>", depth: "daily" },
      { tool: "git", depth: "daily" }], constructor: "x", "gives@git": 99, stages: [["x"]] } };
  const page = await openPage(team, { init: `if (!localStorage.getItem("assess/draft/team"))
    localStorage.setItem("assess/draft/team", ${JSON.stringify(JSON.stringify(draft))});` });
  assert.match(await page.locator(".notice").innerText(), /<b>/);
  await page.locator(".start .primary").click();
  await page.getByRole("radio", { name: /Research/ }).first().check();
  await toReview(page);
  const { file, json } = await save(page);
  assert.deepEqual(json.answers.tools, [{ tool: "git", depth: "daily" }]);
  assertAccepted(file, "team");
  await closePage(page);
});

test("without storage the page works and says that it keeps nothing", async () => {
  const page = await openPage(team, { init: () => Object.defineProperty(window, "localStorage",
    { get() { throw new DOMException("no", "SecurityError"); } }) });
  assert.match(await page.locator(".kept").innerText(), /keeps no draft/);
  await toTools(page);
  await addTool(page, "git", "daily");
  await toReview(page);
  const { file } = await save(page);
  assertAccepted(file, "team");
  await closePage(page);
});

test("without JavaScript it says so, in both languages", async () => {
  const page = await openPage(team, { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  assert.match(text, /needs JavaScript/);
  assert.match(text, /braucht JavaScript/);
  await closePage(page);
});

test("the language can be switched without losing anything", async () => {
  const page = await openPage(team);
  await toTools(page);
  await addTool(page, "git", "daily");
  await page.getByRole("button", { name: "Deutsch" }).click();
  assert.equal(await heading(page), "Deine Werkzeuge");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
  assert.ok(await isFocused(page, "[data-language=de]"));
  assert.equal(await page.locator(".chosen select").inputValue(), "daily");
  await toReview(page);
  const { file, json } = await save(page);
  assert.equal(json.language, "de");
  assertAccepted(file, "team");
  await closePage(page);
});

test("the browser's own back button goes back a page", async () => {
  const page = await openPage(team);
  await toTools(page);
  await page.goBack();
  assert.equal(await heading(page), "You");
  assert.ok(await page.getByRole("radio", { name: /Engineering/ }).isChecked());
  await page.goForward();
  assert.equal(await heading(page), "Your tools");
  await closePage(page);
});

test("the code name is checked, kept for the next round, and named in the file", async () => {
  const page = await openPage(team);
  await toTools(page);
  await page.getByLabel("I use none of these tools").check();
  await toReview(page);
  const code = page.getByLabel("Your code name");
  await code.fill("  ");
  await page.locator(".review .primary").click();
  assert.ok(await isFocused(page, "input[name=code]"));
  await page.locator(".code .error").waitFor(); // it appears once the pointer is released
  assert.match(await page.locator(".code .error").innerText(), /empty/);
  await code.fill("Zaunkönig 7/..");
  const { file, json, name } = await save(page);
  assert.equal(json.respondent, "Zaunkönig 7/..");
  assert.equal(name, "answers-Zaunkönig-7-...json");
  assert.deepEqual(json.answers.tools, []);
  assertAccepted(file, "team");
  assert.equal(await page.evaluate(() => localStorage.getItem("assess/respondent")), "Zaunkönig 7/..");
  await closePage(page);
});

test("every kind of question, hostile texts and tools: harmless, and accepted by the program",
  async () => {
    const questionnaire = writeJson("kinds.json", definitions.hostile);
    const overlay = writeJson("overlay.json", definitions.overlay);
    const page = await openPage(makeForm("hostile", questionnaire, "--overlay", overlay,
      "--round-title", "<script>alert(2)</script>"), { init: support.axeSource() });
    assert.equal(await heading(page), "<script>alert(1)</script>");
    await page.locator(".start .primary").click();
    const number = page.getByLabel("How <i>many</i>?");
    await number.fill("three");
    await next(page);
    assert.ok(await isFocused(page, "input[inputmode=decimal]"));
    assert.match(await page.locator(".wrong .error").innerText(), /not a number/);
    await number.fill("2,1234");
    await number.press("Tab");
    assert.match(await page.locator(".wrong .error").innerText(), /three decimals/);
    await number.fill("2,125");
    await number.press("Tab");
    assert.equal(await page.locator(".wrong").count(), 0);
    assert.equal(await page.getByLabel("Why so many?").count(), 1, "shown from 2 on");
    await page.getByLabel("Why so many?").fill("</script><img src=x onerror=alert(1)>");
    await page.getByLabel("{0} & {{b}}").check();
    await page.getByLabel("None of these", { exact: true }).check();
    assert.equal(await page.getByLabel("{0} & {{b}}").isChecked(), false);
    await page.locator("input[type=search]").fill("alert");
    await page.keyboard.press("Enter");
    await page.locator("input[type=search]").fill("\"><script>alert(3)</script>");
    await page.keyboard.press("Enter"); // near to the other one: only offered, not taken
    assert.ok(await isFocused(page, ".search input[type=checkbox]"));
    await page.locator(".add").click();
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.locator("main script, main img, main i").count(), 0);
    await toReview(page);
    const { file, json } = await save(page);
    assert.deepEqual(json.answers, {
      many: 2.125, why: "</script><img src=x onerror=alert(1)>", parts: [],
      tools: [{ tool: "evil", depth: "uses" }, { name: "\"><script>alert(3)</script>", depth: "uses" }],
    });
    assertAccepted(file, questionnaire, overlay);
    await closePage(page);
  });

test("a changed questionnaire says what changed in the draft", async () => {
  const questionnaire = writeJson("kinds1.json", definitions.hostile);
  const page = await openPage(makeForm("version", questionnaire));
  await page.locator(".start .primary").click();
  await page.getByLabel("How <i>many</i>?").fill("3");
  await page.getByLabel("How <i>many</i>?").press("Tab");
  const changed = structuredClone(definitions.hostile);
  changed.version = 2;
  changed.sections[0].questions[0].most = 2;
  changed.sections[0].questions.push({ id: "extra", kind: "text", text: "An extra one?" });
  makeForm("version", writeJson("kinds2.json", changed)); // the same address, the same storage
  await page.reload();
  const said = await page.locator(".notice").innerText();
  assert.match(said, /version 1, and is version 2/);
  assert.match(said, /New: “?"?An extra one\?/);
  assert.match(said, /How <i>many<\/i>\?.*above 2/);
  await closePage(page);
});

test("a tool is not marked as incomplete before somebody tries to go on", async () => {
  const page = await openPage(team);
  await toTools(page);
  for (const name of ["git", "docker", "mlflow"]) {
    await page.locator("input[type=search]").fill(name);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("[data-open], .question.wrong").count(), 0, name);
  }
  await next(page);
  assert.equal(await page.locator(".chosen [data-open]").count(), 3);
  await page.locator(".chosen select").first().selectOption("daily");
  assert.equal(await page.locator(".chosen [data-open]").count(), 2);
  await closePage(page);
});
