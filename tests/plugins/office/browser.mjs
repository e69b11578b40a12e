// Opens a report in Chromium, uses it as a reader does, and prints what it saw as JSON.
// node browser.mjs MODULES CHROMIUM PAGE.html OUT.pdf
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, executablePath, file, pdf] = process.argv.slice(2);
const require = createRequire(path.join(modules, "anchor.js"));
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const url = "file://" + file;
const seen = { requests: [], complaints: [], steps: {} };

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
page.on("request", (request) => { if (request.url() !== url) seen.requests.push(request.url()); });
page.on("console", (message) => seen.complaints.push(message.text()));
page.on("pageerror", (error) => seen.complaints.push(String(error)));
page.on("dialog", (dialog) => { seen.complaints.push("dialog " + dialog.message()); dialog.dismiss(); });

const settled = () => page.waitForTimeout(250);
const look = async () => ({
  items: await page.locator("#list article").count(),
  ids: (await page.locator("#list article").evaluateAll((all) => all.map((one) => one.id))).slice(0, 5),
  status: await page.textContent("#status"),
  hash: await page.evaluate(() => location.hash),
  more: await page.locator("#more").isVisible(),
});

await page.goto(url);
seen.steps.start = await look();
await page.evaluate(axe);
seen.violations = await page.evaluate(async () => (await window.axe.run()).violations.map((one) => one.id));

await page.fill("#q", "链接");
await settled();
seen.steps.search = await look();
await page.locator("button[type=reset]").click();
await settled();
for (const level of ["error", "note", "review"]) await page.uncheck(`input[name=s][value=${level}]`);
await settled();
seen.steps.level = await look();
await page.locator("button[type=reset]").click();
await settled();
await page.selectOption("#r", "GOV1002");
await settled();
seen.steps.rule = await look();
await page.locator(".tile.blank").first().click();
await settled();
seen.steps.tile = await look();
await page.goto("about:blank");
await page.goto(url + seen.steps.tile.hash);
await settled();
seen.steps.shared = await look();
await page.goto(url + "#faults");
await settled();
if (await page.locator("#more").isVisible()) {
  await page.locator("#more").focus();
  await page.keyboard.press("Enter");
  seen.steps.more = await look();
}
await page.goto("about:blank");
await page.goto(url);
await page.keyboard.press("Tab");
seen.steps.skip = await page.evaluate(() => document.activeElement.className);
await page.pdf({ path: pdf, preferCSSPageSize: true });
seen.steps.printed = await look();
await browser.close();
console.log(JSON.stringify(seen));
