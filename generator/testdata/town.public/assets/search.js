(function () {
"use strict";
const form = document.querySelector("[data-index]"), say = form.dataset, step = 10;
const [status, list, more] = ["status", "results", "more"].map((id) => document.getElementById(id));
const given = {}, asked = {}, escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|\/-]/g, "\\$&");
let index = {}, same, words, anyWord;
window.found = (name, data) => { given[name] = data; };
function load(name) {
return asked[name] = asked[name] || new Promise((done, failed) => {
const script = document.createElement("script");
script.src = say.index + name + ".js?" + (index.version || "");
script.onload = () => done(given[name]);
script.onerror = failed;
document.head.append(script);
});
}
function decoded(digits) {
const places = [];
let place = 0, shift = 0;
for (let i = 0; i < digits.length; i++) {
const code = digits.charCodeAt(i), digit = code - (code > 92 ? 36 : 35);
place += (digit & 31) << shift;
shift = digit > 31 ? shift + 5 : 0;
if (!shift) places.push(place);
}
return places;
}
async function placesOf(start) {
const shards = [];
index.starts.forEach((first, i, all) => {
if (first.startsWith(start) || first <= start && !(all[i + 1] <= start)) shards.push(load("terms-" + i));
});
const places = [];
for (const terms of await Promise.all(shards)) {
for (const pair in terms) if (pair.startsWith(start)) decoded(terms[pair]).forEach((place) => places.push(place));
}
return places;
}
async function placesOfWord(word) {
const c = Array.from(word), at = [Math.max(0, c.length - 2)];
for (let i = 0; i < c.length - 2; i += 2) at.push(i);
const all = await Promise.all(at.map(async (i) => (await placesOf(c.slice(i, i + 2).join(""))).map((place) => place - i)));
return all.reduce((some, others) => { const here = new Set(others); return some.filter((place) => here.has(place)); });
}
async function recordsOf(word) {
const ranks = new Map();
function note(n, rank) { if (rank >= 0 && !(ranks.get(n) <= rank)) ranks.set(n, rank); }
if (index.records) index.records.forEach((r, n) => note(n, r.slice(2).findIndex((field) => same(field).includes(word))));
else for (const place of await placesOfWord(word)) {
const offset = place % index.stride;
note(Math.floor(place / index.stride), offset < index.title ? 0 : offset < index.text ? 1 : 2);
}
return ranks;
}
function element(name, parent) { return parent.appendChild(document.createElement(name)); }
function write(text, into) {
let at = 0;
same(text).split(anyWord).forEach((part, i) => {
(i % 2 ? element("mark", into) : into).append(text.slice(at, at += part.length));
});
return into;
}
function excerpt(text) {
const begin = Math.max(0, same(text).search(anyWord) - 30);
return (begin ? "…" : "") + text.slice(begin, begin + 110) + (begin + 110 < text.length ? "…" : "");
}
async function show(hits) {
const some = hits.slice(0, step), rest = hits.slice(step), before = list.children.length;
const records = await Promise.all(some.map(async (n) =>
index.records ? index.records[n] : (await load("texts-" + Math.floor(n / index.perTexts)))[n % index.perTexts]));
for (const [path, kind, number, title, text] of records) {
const item = element("li", list);
write(title, element("a", element("h2", item))).href = path;
write(index.kinds[kind] + " " + number, element("p", item)).className = "meta";
write(excerpt(text), element("p", item));
}
more.hidden = !rest.length;
more.textContent = say.more.replace("{n}", Math.min(step, rest.length));
more.onclick = () => show(rest);
if (before) list.children[before].querySelector("a").focus();
}
async function find(query) {
index = await load("index");
const fold = new RegExp("[" + escaped(index.fold) + "]", "g");
same = (text) => text.replace(fold, (c) => index.as[index.fold.indexOf(c)]);
words = same(query).split(" ").filter(Boolean).sort((a, b) => b.length - a.length);
anyWord = new RegExp("(" + words.map(escaped).join("|") + ")");
const all = await Promise.all(words.map(recordsOf)), hits = [];
all[0].forEach((_, n) => { if (all.every((ranks) => ranks.has(n))) hits.push([Math.max(...all.map((ranks) => ranks.get(n))), n]); });
hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
status.textContent = (hits.length ? say.found : say.none).replace("{n}", hits.length).replace("{q}", () => query);
await show(hits.map((hit) => hit[1]));
}
const box = form.elements.q;
box.value = (new URLSearchParams(location.search).get("q") || "").trim();
if (box.value) find(box.value).catch(() => { status.textContent = say.failed; });
else box.focus();
})();
