// Opens a report in Chromium, uses it as a reader does, and prints what it saw as JSON.
// node browser.mjs MODULES CHROMIUM PAGE.html OUT.pdf
import { open, pdf, url, violations } from "./open_page.mjs";

const { browser, page, seen } = await open();
seen.steps = {};

const settled = () => page.waitForTimeout(250);
const look = async () => ({
  items: await page.locator("#list article").count(),
  ids: (await page.locator("#list article").evaluateAll((all) => all.map((one) => one.id))).slice(0, 5),
  status: await page.textContent("#status"),
  hash: await page.evaluate(() => location.hash),
  more: await page.locator("#more").isVisible(),
});

seen.steps.start = await look();
seen.violations = await violations(page);

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
