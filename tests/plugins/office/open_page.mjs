// What the scripts here share: a Chromium with one page open, which takes down whatever it asks for or complains of.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export const [modules, executablePath, file, pdf] = process.argv.slice(2);
export const url = "file://" + file;
const require = createRequire(path.join(modules, "anchor.js"));
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const { chromium } = require("playwright-core");

export const open = async (options = {}) => {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options });
  const seen = { requests: [], complaints: [] };
  page.on("request", (request) => { if (request.url().split("#")[0] !== url) seen.requests.push(request.url()); });
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("dialog", (dialog) => { seen.complaints.push("dialog " + dialog.message()); dialog.dismiss(); });
  await page.goto(url);
  return { browser, page, seen };
};

export const violations = async (page) => {
  await page.evaluate(axe);
  return page.evaluate(async () => (await window.axe.run()).violations.map((one) => one.id));
};
