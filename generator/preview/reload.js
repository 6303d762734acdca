// Keeps an open page up to date with the preview that serves it.
(() => {
	"use strict";
	const me = document.currentScript;
	let build = Number(me.dataset.build); // the build this page was made from
	let events = null;

	// update brings the page to a newer build. The text is put in place, so that the reader stays where they are; a page
	// with scripts of its own is loaded anew, because they hold on to what they found in it.
	const update = async (now, reload) => {
		if (now === build) return;
		if (reload > build || now < build || [...document.scripts].some((s) => s !== me && s.src !== me.src)) {
			location.reload(); // the browser keeps the place
			return;
		}
		const answer = await fetch(location.href, { cache: "no-store" });
		if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) throw new Error("not a page any more");
		const page = new DOMParser().parseFromString(await answer.text(), "text/html");
		const script = page.querySelector('script[src="/-/gongshi/reload.js"]');
		const made = Number(script.dataset.build);
		script.dataset.build = document.querySelector('script[src="/-/gongshi/reload.js"]').dataset.build;
		document.title = page.title;
		if (page.body.outerHTML !== document.body.outerHTML) {
			const [x, y] = [scrollX, scrollY];
			document.body.replaceWith(document.adoptNode(page.body));
			scrollTo({ left: x, top: y, behavior: "instant" });
		}
		build = made;
	};

	let queue = Promise.resolve(); // one update after the other
	const open = () => {
		if (events) return;
		events = new EventSource("/-/gongshi/events");
		events.addEventListener("build", (event) => {
			const { build: now, reload } = JSON.parse(event.data);
			queue = queue.then(() => update(now, reload)).catch(() => location.reload());
		});
	};
	const close = () => {
		if (events) events.close();
		events = null;
	};

	// A browser opens only six connections to one server: hidden pages give theirs up and catch up when they are seen.
	document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
	addEventListener("pagehide", close);
	addEventListener("pageshow", () => document.hidden || open());
	if (!document.hidden) open();
})();
