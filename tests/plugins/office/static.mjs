// Opens a report with scripts off and prints what a reader sees of it as JSON.
// node static.mjs MODULES CHROMIUM PAGE.html OUT.pdf
import { open, pdf, url } from "./open_page.mjs";

const { browser, page, seen } = await open({ javaScriptEnabled: false });
seen.items = await page.locator("#list article").count();
seen.filter = await page.locator("#filter").isVisible();
const tile = page.locator(".tile.blank").first();
const href = await tile.getAttribute("href");
await page.goto(url + href);
seen.reached = await page.locator(href).isVisible();
await page.pdf({ path: pdf, preferCSSPageSize: true });
await browser.close();
console.log(JSON.stringify(seen));
