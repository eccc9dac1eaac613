// What the browser tests share: pages made by the program, a browser that lets nothing pass
// unseen, and a way through the questionnaire.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const root = path.join(__dirname, "..", "..");
const modules = process.env.ASSESS_NODE_MODULES ?? path.join(__dirname, "node_modules");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "assess-form-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

function program(name) {
  const file = process.env[name];
  assert.ok(file, `${name} must name the program to test`);
  return file;
}

/** Runs assess form and returns the address of the page it made. */
function makeForm(name, ...words) {
  const file = path.join(folder, `${name}.html`);
  execFileSync(program("ASSESS"), ["form", ...words, "--out", file], { stdio: ["ignore", "ignore", "pipe"] });
  return pathToFileURL(file).href;
}

function writeJson(name, value) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, JSON.stringify(value));
  return file;
}

/** The program's own reader must take a saved file: checksum, form, and the engine's rules. */
function assertAccepted(file, questionnaire, ...overlays) {
  const run = spawnSync(program("CHECK_ANSWERS"), [file, questionnaire, ...overlays],
    { encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
}

let browser;
async function openBrowser() {
  const { chromium } = require(path.join(modules, "playwright-core"));
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
}
async function closeBrowser() {
  await browser?.close();
}

/**
 * A page in a context of its own. Every request beside the file itself, every console message,
 * every script error and every violation of the content policy is kept in `page.noise`.
 */
async function openPage(address, options = {}) {
  const { init, ...rest } = options;
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 },
    ...rest });
  if (init) {
    await context.addInitScript(init);
  }
  const page = await context.newPage();
  page.noise = [];
  page.on("console", (message) => page.noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.noise.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("blob:")) {
      page.noise.push(`request: ${request.url()}`);
    }
  });
  page.on("dialog", (dialog) => {
    page.noise.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(address);
  return page;
}

async function closePage(page) {
  assert.deepEqual(page.noise, [], "the page is silent and asks for nothing");
  await page.context().close();
}

const axeSource = () => fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");

/** axe-core's violations on the page as it stands, as lines of text; of all rules or of some. */
async function violations(page, rules) {
  const found = await page.evaluate(async (only) => {
    const result = await window.axe.run(document, { resultTypes: ["violations"],
      ...(only ? { runOnly: only } : {}) });
    return result.violations.map((one) =>
      `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary}`).join(" | ")}`);
  }, rules);
  return found;
}

/** Texts of one drawing that lie on each other, and whatever leaves the page sideways. */
const faults = (page) => page.evaluate(() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) {
    found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  }
  const visible = (box) => box.width > 0 && box.height > 0;
  for (const svg of document.querySelectorAll("svg.fig, svg.strip")) {
    const texts = [...svg.querySelectorAll("text")].map((each) =>
      ({ text: each.textContent, box: each.getBoundingClientRect() })).filter((each) => visible(each.box));
    texts.forEach(({ text, box }, i) => {
      if (box.left < -1 || box.right > wide + 1) {
        found.push(`off the page: ${text}`);
      }
      for (const other of texts.slice(0, i)) {
        // Line boxes are taller than letters: a quarter of the height may be shared.
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 0.3 * Math.min(box.height, other.box.height)) {
          found.push(`"${text}" on "${other.text}"`);
        }
      }
    });
  }
  return found;
});

/** The Nu HTML Checker is a Java program: without Java, or without the package, it is skipped. */
const checker = path.join(modules, "vnu-jar", "build", "dist", "vnu.jar");
const noChecker = !fs.existsSync(checker) ? "vnu-jar is not installed"
  : spawnSync("java", ["-version"]).error ? "there is no Java here" : false;

function assertValidHtml(files) {
  // Its style checker does not know paint-order, a property of SVG 2 that every browser has.
  const run = spawnSync("java", ["-Xss4m", "-jar", checker, "--errors-only", "--filterpattern",
    ".*paint-order.*", ...files], { encoding: "utf8", timeout: 300000 });
  assert.equal(run.stderr, "");
  assert.equal(run.status, 0);
}

const next = (page) => page.locator("main .buttons .primary").click();
const heading = (page) => page.locator("h1").innerText();

/** Saves and returns the path of the file that the browser downloaded. */
async function save(page) {
  const waiting = page.waitForEvent("download");
  await page.locator(".review .primary").click();
  const download = await waiting;
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.json`);
  await download.saveAs(file);
  return { file, name: download.suggestedFilename(), json: JSON.parse(fs.readFileSync(file, "utf8")) };
}

/** Each page, folded and unfolded, at four widths, and by axe in light and dark. `pages` holds the
 *  addresses by name once the tests run. */
function testLooks(test, pages, names) {
  for (const name of names) {
    for (const width of [360, 768, 1280, 1920]) {
      test(`${name} at ${width} pixels: nothing overlaps, nothing leaves the page`, async () => {
        const page = await openPage(pages[name], { viewport: { width, height: 900 } });
        assert.deepEqual(await faults(page), []);
        await page.evaluate(() => {
          for (const each of document.querySelectorAll("details")) {
            each.open = true;
          }
        });
        assert.deepEqual(await faults(page), [], "with everything unfolded");
        await closePage(page);
      });
    }
    for (const colorScheme of ["light", "dark"]) {
      test(`${name} in ${colorScheme}: axe finds nothing`, async () => {
        const page = await openPage(pages[name], { colorScheme, init: axeSource() });
        assert.deepEqual(await violations(page), []);
        await closePage(page);
      });
    }
  }
}

module.exports = { root, modules, makeForm, writeJson, assertAccepted, openBrowser, closeBrowser,
  openPage, closePage, axeSource, violations, faults, testLooks, noChecker,
  assertValidHtml, next, heading, save };
