"use strict";
(() => {
  const CHUNK = 60, MOST_PRINTED = 2000;
  const LEVELS = ["error", "warning", "note", "review"];
  const $ = (id) => document.getElementById(id);
  const list = $("list");
  if (!list) return;
  const data = JSON.parse($("data").textContent);
  const words = data.words;
  const fill = (name, ...values) => words[name].replace(/\{(\d)\}/g, (_, at) => values[at]);
  const faults = data.faults.map(([id, rule, level, site, message, reason, pages, column, path, basis, points, places, origins]) =>
    ({ id, rule, level, site, message, reason, pages, column, path, basis: data.basis[basis], points, places, origins, text: "" }));
  const form = $("filter"), query = $("q"), ruleBox = $("r"), columnBox = $("c"), siteBox = $("n");
  const more = $("more"), status = $("status");
  let queue = [], next = 0, target = "";
  form.hidden = false;

  // Elements are made of text alone: nothing a page says is ever read as markup.
  const make = (tag, kind, ...children) => {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  };
  const link = (hash, text) => {
    const anchor = make("a", "anchor", text);
    anchor.href = "#" + hash;
    return anchor;
  };
  const pair = (name, value) => value ? make("div", "", make("dt", "", words[name]), make("dd", "", value)) : null;
  const where = ([path, line, column]) => line ? `${path}:${line}:${column}` : path;

  const source = ([, line, , , text, start, end]) => {
    if (text === undefined) return null;
    const marks = Array.from(text);
    const mark = make("mark", "", marks.slice(start, end).join("") || "\u00a0");
    return make("pre", "source", make("span", "lineno", String(line)), marks.slice(0, start).join(""), mark,
      marks.slice(end).join(""));
  };

  const item = (fault) => {
    const [first, ...others] = fault.places;
    const anchor = link(fault.id, "#");
    anchor.setAttribute("aria-label", `${words.link} ${fault.id}`);
    const meta = make("p", "meta", siteBox.options.length > 2 ? make("span", "", siteBox.options[fault.site + 1].text) : null,
      make("span", "", where(first)),
      fault.pages > 1 ? make("span", "", fill("pages", fault.pages)) : null,
      fault.column ? make("span", "", fault.column) : null, anchor);
    const box = make("article", "item" + (fault.id === target ? " target" : ""),
      make("h4", "", make("span", "level " + fault.level, words["level." + fault.level]), fault.message), meta,
      source(first),
      make("dl", "", pair("template", fault.origins), pair("reason", fault.reason), pair("points", fault.points), pair("basis", fault.basis.join("；"))));
    if (others.length) {
      const places = make("ul", "places",
        ...others.map((place) => make("li", "", where(place) + (place[3] ? ` · ${place[3]}` : ""))));
      box.append(make("details", "", make("summary", "", `${words.others} ${others.length}`), places));
    }
    box.id = fault.id;
    return box;
  };

  const heading = (id, count) => {
    const [name, summary, why, remedy] = data.rules[id];
    const anchor = link("r=" + id, "#");
    anchor.setAttribute("aria-label", `${words.link} ${id}`);
    return make("div", "rule", make("h3", "", `${id} ${summary} `, make("span", "hint", `${name} · ${fill("causes", count)} `), anchor),
      why ? make("p", "", why) : null, remedy ? make("p", "", make("b", "", words.remedy + " "), remedy) : null);
  };

  const draw = (count) => {
    const part = document.createDocumentFragment();
    const end = Math.min(next + count, queue.length);
    for (; next < end; next++) {
      const entry = queue[next];
      part.append(entry.fault ? item(entry.fault) : heading(entry.rule, entry.count));
    }
    list.append(part);
    const left = queue.length - next;
    more.hidden = !left;
    more.textContent = fill("more", Math.min(left, CHUNK));
  };

  const levels = () => new Set([...form.querySelectorAll("input[name=s]:checked")].map((box) => box.value));
  const textOf = (fault) => fault.text ||= [fault.id, fault.message, fault.column, data.rules[fault.rule][0], fault.origins,
    ...fault.places.map((place) => place[0])].join("\n").toLowerCase();

  const chosen = () => {
    if (target) {
      const exact = faults.filter((fault) => fault.id === target);
      if (exact.length) return exact;
      target = "";
    }
    const kept = levels(), terms = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    return faults.filter((fault) => kept.has(fault.level) && (!ruleBox.value || fault.rule === ruleBox.value)
      && (!columnBox.value || (fault.path || fault.column) === columnBox.value)
      && (!siteBox.value || fault.site === Number(siteBox.value))
      && terms.every((term) => textOf(fault).includes(term)));
  };

  const show = () => {
    const found = chosen(), groups = new Map();
    for (const fault of found) {
      if (!groups.has(fault.rule)) groups.set(fault.rule, []);
      groups.get(fault.rule).push(fault);
    }
    queue = [];
    for (const [rule, members] of groups) {
      queue.push({ rule, count: members.length });
      for (const fault of members) queue.push({ fault });
    }
    next = 0;
    list.replaceChildren();
    status.textContent = found.length ? fill("of", found.length, faults.length) : words.nothing;
    if (target) {
      const all = link("faults", words.all);
      all.className = "";
      status.replaceChildren(words.only + " ", all);
    }
    draw(CHUNK);
  };

  // The hash holds what is shown, so that the address can be shared: #GOV1002-…, #GOV1002, or #q=…&s=…&r=…&c=…&n=…
  const remember = () => {
    const kept = levels(), state = new URLSearchParams();
    if (query.value) state.set("q", query.value);
    if (kept.size < LEVELS.length) state.set("s", [...kept].join(","));
    for (const [name, box] of [["r", ruleBox], ["c", columnBox], ["n", siteBox]]) if (box.value) state.set(name, box.value);
    history.replaceState(null, "", "#" + (state.toString() || "faults"));
  };
  const recall = () => {
    let hash = location.hash.slice(1);
    try { hash = decodeURIComponent(hash.includes("=") ? "" : hash) || hash; } catch { /* shown as it is */ }
    const isFault = faults.some((fault) => fault.id === hash);
    const isRule = hash in data.rules;
    if (!isFault && !isRule && !hash.includes("=") && hash !== "faults") return false;
    const state = new URLSearchParams(isFault ? "" : isRule ? "r=" + hash : hash === "faults" ? "" : location.hash.slice(1));
    target = isFault ? hash : "";
    query.value = state.get("q") || "";
    const kept = state.has("s") ? state.get("s").split(",") : LEVELS;
    for (const box of form.querySelectorAll("input[name=s]")) box.checked = kept.includes(box.value);
    for (const [name, box] of [["r", ruleBox], ["c", columnBox], ["n", siteBox]]) box.value = state.get(name) || "";
    show();
    return true;
  };
  const arrive = () => { if (recall() && location.hash) { $("faults").scrollIntoView(); $("faults").focus({ preventScroll: true }); } };

  const options = (box, pairs) => {
    for (const [value, text] of pairs) box.append(new Option(text, value));
  };
  const counted = (of) => {
    const counts = new Map();
    for (const fault of faults) if (of(fault)) counts.set(of(fault), (counts.get(of(fault)) || 0) + 1);
    return counts;
  };
  options(ruleBox, [...counted((fault) => fault.rule)].sort().map(([id, count]) => [id, `${id} ${data.rules[id][1]} (${count})`]));
  const names = new Map(faults.map((fault) => [fault.path || fault.column, fault.column]));
  options(columnBox, [...counted((fault) => fault.path || fault.column)].map(([value, count]) => [value, `${names.get(value) || value} (${count})`]));

  let waiting = 0;
  const changed = () => { target = ""; remember(); show(); };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(changed, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.addEventListener("reset", () => setTimeout(changed));
  more.addEventListener("click", () => {
    const last = list.lastElementChild;
    draw(CHUNK);
    const following = last && last.nextElementSibling && last.nextElementSibling.querySelector("a");
    if (following) following.focus();
  });
  $("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => {
    draw(Math.max(MOST_PRINTED - next, 0));
    for (const box of document.querySelectorAll("details.part:not(.idle)")) box.open = true;
    const left = queue.length - next;
    if (left) status.textContent = fill("left-out", left);
  });
  window.addEventListener("hashchange", arrive);
  if (recall()) arrive(); else show();
})();
