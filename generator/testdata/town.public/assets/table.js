(function () {
"use strict";
const zh = new Intl.Collator("zh", { numeric: true });
function sortable(table) {
const heads = Array.from(table.tHead.rows[0].cells), body = table.tBodies[0];
let rows;
heads.forEach((head, i) => {
const button = document.createElement("button"), text = (row) => row.cells[i].dataset.key || row.cells[i].textContent.trim();
function number(row) { // 86.2% of 100/116 (86.2%), 3/4 as a part; what is none comes first
const [, part, whole] = text(row).match(/(-?[\d.]+)(?:\/(\d+))?/) || [0, -Infinity];
return whole > 0 ? part / whole : Number(part);
}
button.type = "button";
button.append(...head.childNodes);
head.append(button);
button.onclick = function () {
const old = head.getAttribute("aria-sort"), now = old ? old == "ascending" && "descending" : "ascending";
if (!heads.some((h) => h.hasAttribute("aria-sort"))) rows = Array.from(body.rows);
heads.forEach((h) => h.removeAttribute("aria-sort"));
if (now) head.setAttribute("aria-sort", now);
const sign = now == "ascending" ? 1 : -1, order = head.classList.contains("num") ? (a, b) => number(a) - number(b) || 0 : (a, b) => zh.compare(text(a), text(b));
body.append(...(now ? rows.slice().sort((a, b) => sign * order(a, b)) : rows));
};
});
}
function narrow(nav) {
const say = nav.dataset, status = document.querySelector("[data-count]");
const selects = Array.from(nav.querySelectorAll("dt[data-filter]"), (name) => {
const links = name.nextElementSibling, select = document.createElement("select");
select.name = name.dataset.filter;
select.setAttribute("aria-label", name.textContent);
select.append(new Option(say.any, ""));
links.querySelectorAll("a").forEach((a) => {
const value = a.pathname.replace(/.*\/|\.html$/g, "").replace(select.name + "-", "");
select.append(new Option(a.textContent, value, false, a.hasAttribute("aria-current")));
});
links.replaceChildren(select);
return select;
});
nav.onchange = () => { location.hash = String(new URLSearchParams(selects.filter((s) => s.value).map((s) => [s.name, s.value]))) || "all"; };
function show(rows) {
const some = rows.filter((row) => selects.every((select, i) => !select.selectedIndex || row[i] == select.selectedIndex));
const table = document.querySelector("table.records"), made = new DOMParser().parseFromString("<table>" + some.map((row) => row[selects.length]).join("") + "</table>", "text/html");
made.querySelectorAll("a").forEach((a) => a.setAttribute("href", say.root + a.getAttribute("href")));
table.tBodies[0].replaceChildren(...made.querySelectorAll("tr"));
table.querySelectorAll("[aria-sort]").forEach((head) => head.removeAttribute("aria-sort"));
if (!table.querySelector("th button")) sortable(table);
document.querySelectorAll(".pager").forEach((pager) => pager.remove());
nav.querySelectorAll("a").forEach((all) => all.removeAttribute("aria-current"));
status.textContent = status.dataset.count.replace("{n}", some.length);
}
let rows;
function follow() {
if (!location.hash) return;
const chosen = new URLSearchParams(location.hash.slice(1));
selects.forEach((select) => {
select.value = chosen.get(select.name) || "";
if (select.selectedIndex < 0) select.selectedIndex = 0; // a choice of an earlier board
if (select.value && select.closest("details")) select.closest("details").open = true;
});
if (rows) return show(rows);
window.found = (name, data) => show(rows = data);
const script = document.createElement("script");
script.src = say.rows;
document.head.append(script);
}
window.onhashchange = follow;
follow();
}
document.querySelectorAll("table[data-sort]").forEach(sortable);
document.querySelectorAll("[data-rows]").forEach(narrow);
})();
