package docx

import "strings"

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const documentRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/></Relationships>`

// core takes the title, the language and the day twice.
const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:language>%s</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>`

// page is GB/T 9704-2012's: A4 with margins of 37, 26, 35 and 28 mm, in twentieths of a point, and a grid of 22 lines. Word
// processors do not agree on a grid of characters, so that the 28 of a line come from their spacing.
const page = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1361" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>`

const settings = `<w:settings xmlns:w="` + namespace + `"><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// fontTable names what stands in for a font that is missing.
var fontTable = `<w:fonts xmlns:w="` + namespace + `">` + font("仿宋_GB2312", "仿宋") + font("楷体_GB2312", "楷体") + font("方正小标宋简体", "宋体") + font("黑体", "SimHei") + font("宋体", "SimSun") + `</w:fonts>`

func font(name, other string) string {
	return `<w:font w:name="` + name + `"><w:altName w:val="` + other + `"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`
}

// footer takes the side at which the page number stands: the outer edge, one character from it.
const footer = `<w:ftr xmlns:w="` + namespace + `"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/><w:jc w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`

// styles takes the language. Sizes are in half points, lengths in twentieths of a point, 579 of which are the pitch of lines.
var styles = `<w:styles xmlns:w="` + namespace + `"><w:docDefaults><w:rPrDefault><w:rPr>` + face("仿宋_GB2312") + `<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="%s"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>` +
	style("paragraph", "Normal", "Normal", "", "", `w:default="1"`) +
	style("paragraph", "Body", "正文缩进", `<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>`, closer, "") +
	style("paragraph", "Flush", "主送机关", `<w:jc w:val="both"/>`, closer, "") +
	style("paragraph", "Left", "左对齐", `<w:jc w:val="left"/>`, closer, "") +
	style("paragraph", "Organ", "发文机关标志", `<w:spacing w:before="1984" w:after="1158" w:line="900" w:lineRule="exact"/><w:jc w:val="center"/>`, face("方正小标宋简体")+`<w:color w:val="CC0000"/><w:sz w:val="72"/><w:szCs w:val="72"/>`, "") +
	style("paragraph", "Number", "发文字号", `<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="11" w:color="CC0000"/></w:pBdr><w:spacing w:after="1158"/><w:jc w:val="center"/>`, "", "") +
	style("paragraph", "Title", "标题", `<w:keepNext/><w:spacing w:after="579"/><w:jc w:val="center"/>`, face("方正小标宋简体")+`<w:sz w:val="44"/><w:szCs w:val="44"/>`, "") +
	style("paragraph", "Heading1", "heading 1", `<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/>`, face("黑体"), "") +
	style("paragraph", "Heading2", "heading 2", `<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="1"/>`, face("楷体_GB2312"), "") +
	style("paragraph", "Signature", "落款", `<w:keepLines/><w:spacing w:before="579"/><w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>`, "", "") +
	style("paragraph", "Copies", "抄送", `<w:keepNext/><w:ind w:leftChars="400" w:left="1120" w:rightChars="100" w:right="280" w:hangingChars="300" w:hanging="840"/>`, `<w:sz w:val="28"/><w:szCs w:val="28"/>`, "") +
	style("paragraph", "RuleAbove", "版记首条分隔线", `<w:keepNext/>`+rule+offGrid+`<w:spacing w:before="579" w:line="20" w:lineRule="exact"/>`, small, "") +
	style("paragraph", "RuleBelow", "版记末条分隔线", rule+offGrid+`<w:spacing w:line="20" w:lineRule="exact"/>`, small, "") +
	style("paragraph", "Gap", "表后", offGrid+`<w:spacing w:line="120" w:lineRule="exact"/>`, small, "") +
	style("paragraph", "Small", "页底文字", offGrid+`<w:spacing w:line="320" w:lineRule="exact"/>`, `<w:sz w:val="21"/><w:szCs w:val="21"/>`, "") +
	style("paragraph", "Caption", "表题", `<w:keepNext/><w:jc w:val="center"/>`, face("黑体"), "") +
	style("paragraph", "Cell", "表格", `<w:spacing w:line="370" w:lineRule="exact"/>`, `<w:sz w:val="26"/><w:szCs w:val="26"/>`, "") +
	style("paragraph", "CellHead", "表头", `<w:spacing w:line="370" w:lineRule="exact"/><w:jc w:val="center"/>`, face("黑体")+`<w:sz w:val="26"/><w:szCs w:val="26"/>`, "") +
	style("paragraph", "Footer", "footer", `<w:spacing w:line="240" w:lineRule="auto"/>`, face("宋体")+`<w:sz w:val="28"/><w:szCs w:val="28"/>`, "") +
	`<w:style w:type="table" w:styleId="Table"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` + border("top") + border("left") + border("bottom") + border("right") + border("insideH") + border("insideV") + `</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

// closer sets characters of 16 points 15.75 apart: 28 on 156 mm.
const closer = `<w:spacing w:val="-5"/>`

// rule is a line as wide as the type area. It is a paragraph of its own, since the border of one that is indented is indented, too.
const rule = `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:pBdr>`

// offGrid is of a paragraph whose height is not whole lines of the page.
const offGrid = `<w:snapToGrid w:val="0"/>`

// small is the type of a paragraph without words, lest it takes the height of a line.
const small = `<w:sz w:val="2"/><w:szCs w:val="2"/>`

func style(sort, id, name, paragraph, letters, extra string) string {
	var b strings.Builder
	b.WriteString(`<w:style w:type="` + sort + `" w:styleId="` + id + `"`)
	if extra != "" {
		b.WriteString(" " + extra)
	}
	b.WriteString(`><w:name w:val="` + name + `"/>`)
	if id != "Normal" {
		b.WriteString(`<w:basedOn w:val="Normal"/><w:qFormat/>`)
	}
	b.WriteString(`<w:pPr>` + paragraph + `</w:pPr><w:rPr>` + letters + `</w:rPr></w:style>`)
	return b.String()
}

func face(name string) string {
	return `<w:rFonts w:ascii="` + name + `" w:hAnsi="` + name + `" w:eastAsia="` + name + `" w:cs="` + name + `"/>`
}

func border(side string) string {
	return `<w:` + side + ` w:val="single" w:sz="6" w:space="0" w:color="auto"/>`
}
