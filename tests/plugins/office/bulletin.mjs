// Opens a bulletin in Chromium, walks it by keyboard, narrows and prints it, and prints what it saw as JSON.
// node bulletin.mjs MODULES CHROMIUM PAGE.html OUT.pdf
import { open, pdf, violations } from "./open_page.mjs";

const { browser, page, seen } = await open();
seen.violations = await violations(page);
await page.keyboard.press("Tab");
seen.first = await page.evaluate(() => document.activeElement.className);
await page.keyboard.press("Enter");
seen.skipped = await page.evaluate(() => [location.hash, document.activeElement.id]);
await page.locator("nav a[href='#failing']").focus();
await page.keyboard.press("Enter");
seen.top = await page.locator("#failing").evaluate((one) => one.getBoundingClientRect().top);
await page.setViewportSize({ width: 390, height: 800 });
seen.wide = await page.evaluate(() => document.documentElement.scrollWidth);
// A4 less the margins of the page's own print style, in CSS pixels
await page.setViewportSize({ width: Math.round((210 - 28) * 96 / 25.4), height: 1000 });
await page.emulateMedia({ media: "print" });
seen.cut = await page.locator("table").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.closest("main").clientWidth + 1).length);
await page.emulateMedia({ media: null });
await page.pdf({ path: pdf, preferCSSPageSize: true });
await browser.close();
console.log(JSON.stringify(seen));
