// In place of each page of the sheet: the pieces of paper that make up its poster, row by row. A page is a section of the
// class sheet, or all of main within the margins that the sheet's style gives it.
t => {
	const main = document.querySelector("main");
	let pages = [...main.querySelectorAll("section.sheet")];
	if (pages.length === 0) {
		const name = [main, document.body].map(e => getComputedStyle(e).page).find(page => page !== "auto"), margins = {};
		for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
			if (rule instanceof CSSPageRule && (rule.selectorText === "" || rule.selectorText === name)) {
				for (const side of ["top", "right", "bottom", "left"]) margins[side] = rule.style.getPropertyValue("margin-" + side) || margins[side];
			}
		}
		const page = document.createElement("div");
		page.style.cssText = `box-sizing:border-box;width:${t.Width}mm;height:${t.Height}mm;padding:${["top", "right", "bottom", "left"].map(s => margins[s] || 0).join(" ")}`;
		page.append(main.cloneNode(true));
		pages = [page];
	}
	// The browser breaks nothing within what is contained: without it, what a window hides would be pushed to another page.
	const style = document.createElement("style");
	style.textContent = `@page piece { size: ${t.PieceWidth}mm ${t.PieceHigh}mm; margin: 0 }
		.piece { page: piece; position: relative; width: ${t.PieceWidth}mm; height: ${t.PieceHigh - .3}mm; overflow: hidden; break-inside: avoid }
		.piece + .piece { break-before: page }
		.window { position: absolute; left: ${t.White}mm; top: ${t.White}mm; width: ${t.PieceWidth - 2 * t.White}mm; height: ${t.PieceHigh - 2 * t.White - t.Line}mm; overflow: hidden; contain: strict; outline: .2mm dashed #777 }
		.window > * { position: absolute !important; transform-origin: 0 0; box-shadow: none !important; margin: 0 !important; page: auto !important; break-before: auto !important }
		.window main { page: auto !important }
		.which { position: absolute; left: ${t.White}mm; bottom: ${t.White - 2}mm; margin: 0; font: 9pt/1.2 sans-serif; color: #555 }`;
	document.head.append(style);
	const wide = t.PieceWidth - 2 * t.White - t.Overlap, high = t.PieceHigh - 2 * t.White - t.Line - t.Overlap;
	const pieces = [];
	pages.forEach((page, n) => {
		for (let row = 0; row < t.Rows; row++) for (let column = 0; column < t.Columns; column++) {
			const piece = document.createElement("div"), window = document.createElement("div"), which = document.createElement("p"), copy = page.cloneNode(true);
			piece.className = "piece"; window.className = "window"; which.className = "which";
			copy.style.transform = `translate(${-column * wide}mm, ${-row * high}mm) scale(${t.Scale})`;
			// Which piece it is, as a picture of the poster: ◧ the left one, ◨ the right one; ◰ ◳ above, ◱ ◲ below.
			const sign = t.Rows === 1 ? "◧◨"[column] : t.Columns === 1 ? "⬒⬓"[row] : ["◰◳", "◱◲"][row][column];
			which.textContent = `${sign} ${row * t.Columns + column + 1}/${t.Rows * t.Columns}　${t.Name}　${n + 1}/${pages.length}　${Math.round(t.Scale * t.Width)} × ${Math.round(t.Scale * t.Height)} mm`;
			window.append(copy);
			piece.append(window, which);
			pieces.push(piece);
		}
	});
	main.replaceWith(...pieces);
}
