// Exits with 0 where the Chromium named starts, opens a page and prints it: node probe.mjs CHROMIUM
import { chromium } from "playwright-core";

try {
  const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  await page.setContent("<title>probe</title>");
  await page.pdf();
  await browser.close();
} catch (error) {
  const told = String(error).split("\n").filter((line) => !line.includes(" --")).slice(0, 6); // not its whole command
  console.error(`${process.argv[2]} does not work: ${told.join(" | ")}`);
  process.exit(1);
}
