// Sets a sample and characters in every role, in the place of the sheet that is open, and tells what its style says of fonts:
// the stack of each role, the roles that no rule uses, the fonts of the town's own that cannot be read, and for each role the
// characters that no font has.
async (roles, sample, rows) => {
	const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
	const text = rules.map(rule => rule.cssText).join("\n");
	const sources = rules.filter(rule => rule instanceof CSSFontFaceRule).map(rule => rule.style.getPropertyValue("src"));
	document.body.className = "";
	document.body.replaceChildren(...roles.map(role => {
		const all = document.createElement("div");
		all.style.cssText = `font: 16px var(--${role})`;
		for (const row of [[sample], ...rows]) {
			const line = document.createElement("p");
			line.append(...row.map(text => Object.assign(document.createElement("span"), {textContent: text})));
			all.append(line);
		}
		return all;
	}));
	document.body.offsetHeight; // laid out, so that the browser asks for the fonts
	await document.fonts.ready;
	const faces = [...document.fonts]; // in the order of their rules
	await Promise.allSettled(faces.map(face => face.load()));

	const size = 48;
	const canvas = Object.assign(document.createElement("canvas"), {width: 2 * size, height: 2 * size});
	const pen = canvas.getContext("2d", {willReadFrequently: true});
	const drawn = text => {
		pen.clearRect(0, 0, 2 * size, 2 * size);
		pen.fillText(text, size / 4, size * 1.4);
		return new Uint32Array(pen.getImageData(0, 0, 2 * size, 2 * size).data.buffer);
	};
	// What stands for a character that is in no font: these two never will be, and nothing may be drawn for them.
	const none = ["\u{10FFFD}", "\u0378", " "];
	return {
		stacks: roles.map(role => getComputedStyle(document.documentElement).getPropertyValue("--" + role).trim()),
		idle: roles.map(role => !text.includes(`var(--${role})`)),
		refused: sources.filter((_, i) => faces[i]?.status === "error").map(source => /fonts\/[^"]+/.exec(source)?.[0] ?? source),
		missing: [...document.body.children].map(all => {
			pen.font = `${size}px ${getComputedStyle(all).fontFamily}`;
			const boxes = none.map(drawn);
			return rows.flat().filter(text => {
				const picture = drawn(text);
				return boxes.some(box => box.every((pixel, i) => pixel === picture[i]));
			});
		}),
	};
}
