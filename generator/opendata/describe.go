package opendata

import (
	"io"
	"path"

	"gongshi/generator/board"
	"gongshi/generator/proof"
)

// profiles is where the Data Package standard keeps the form of each part of a description.
const profiles = "https://datapackage.org/profiles/2.0/"

// A dataPackage is the description of all files (Data Package 2.0, datapackage.org).
type dataPackage struct {
	Schema       string        `json:"$schema"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Version      string        `json:"version"`
	Created      string        `json:"created"`
	Homepage     string        `json:"homepage,omitempty"`
	Licenses     []license     `json:"licenses,omitempty"` // absent when the town has recorded none
	Contributors []contributor `json:"contributors"`
	Resources    []resource    `json:"resources"`
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type license struct {
	Path  string `json:"path"` // address of its text
	Title string `json:"title"`
}

type resource struct {
	Name        string       `json:"name"`
	Type        string       `json:"type,omitempty"`
	Path        string       `json:"path"` // from the description's own folder
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Format      string       `json:"format"`
	MediaType   string       `json:"mediatype"`
	Encoding    string       `json:"encoding"`
	Dialect     *dialect     `json:"dialect,omitempty"`
	Table       *tableSchema `json:"schema,omitempty"`
}

type dialect struct {
	Schema         string `json:"$schema"`
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

type tableSchema struct {
	Schema        string       `json:"$schema"`
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name        string       `json:"name"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	Type        Type         `json:"type"`
	Delimiter   string       `json:"delimiter,omitempty"`
	ItemType    Type         `json:"itemType,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// rules is what every table's reader has to know.
const rules = "CSV 是 UTF-8 编码，带 BOM，行尾 CRLF；文字以 = + - @（含全角）、制表符或撇号开头的，前面加一个撇号，去掉这个撇号就是原文；列表的各项用“|”隔开。" +
	"JSON 不加撇号，空值写 null。日期写成 2025-06-30。data/v1/ 里只增加文件、列和行，不改变已有的含义。"

func writePackage(w io.Writer, b *board.Board, tables []Table, usage string) error {
	d := dataPackage{
		Schema: profiles + "datapackage.json", Name: "gongshi", Title: b.Town.Congress + "公示栏开放数据",
		Description: "数据截至" + b.On.String() + "。" + usage + "\n" + rules,
		Version:     Edition, Created: b.On.String() + "T00:00:00+08:00", Homepage: b.Town.Portal.Base,
		Contributors: []contributor{{b.Town.Presidium, []string{"publisher"}}},
	}
	if p := b.Town.Portal; p.Licence != "" {
		d.Licenses = []license{{p.LicenceURL, p.Licence}}
	}
	for _, t := range tables {
		csv, json := t.schema(), t.schema()
		for i := range json.Fields {
			if f := &json.Fields[i]; f.Type == List {
				f.Type, f.Delimiter, f.ItemType = "array", "", ""
			}
		}
		d.Resources = append(d.Resources,
			resource{Name: t.Name, Type: "table", Path: path.Base(t.CSV()), Title: t.Title, Description: t.About, Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
				Dialect: &dialect{profiles + "tabledialect.json", ",", "\r\n", `"`, true, true}, Table: csv},
			resource{Name: t.Name + "-json", Type: "table", Path: path.Base(t.JSON()), Title: t.Title, Description: t.About, Format: "json", MediaType: "application/json", Encoding: "utf-8", Table: json})
	}
	d.Resources = append(d.Resources,
		resource{Name: "popolo", Path: path.Base(people), Title: "代表和机构", Description: "代表、代表小组、主席团和职务，按 Popolo 规范（popoloproject.com）。", Format: "json", MediaType: "application/json", Encoding: "utf-8"},
		resource{Name: "figures", Path: path.Base(headline), Title: "本年度主要数字", Description: "全镇本年度的件数和率，统计数表里的 town 各行。", Format: "json", MediaType: "application/json", Encoding: "utf-8"},
		resource{Name: "log", Path: path.Base(proof.LogFile), Title: "存证", Description: "全部封存文件按封存顺序排成的只增不改的记录，每份都有证明。", Format: "json", MediaType: "application/json", Encoding: "utf-8"},
		resource{Name: "head", Path: path.Base(proof.HeadFile), Title: "存证摘要", Description: "存证的份数和总校验值，抄下来以后可以核对。", Format: "txt", MediaType: "text/plain", Encoding: "utf-8"})
	return writeIndented(w, d)
}

// schema describes the columns of the table's CSV.
func (t Table) schema() *tableSchema {
	s := &tableSchema{Schema: profiles + "tableschema.json", MissingValues: []string{""}, PrimaryKey: t.Key}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Title: c.Title, Description: c.About, Type: c.Type}
		if c.Type == List {
			f.Delimiter, f.ItemType = between, String
		}
		unique := len(t.Key) == 1 && t.Key[0] == c.Name
		if c.Required || unique || c.Options != nil {
			f.Constraints = &constraints{c.Required, unique, c.Options}
		}
		s.Fields = append(s.Fields, f)
		if c.Refers != "" && c.Type == String { // the standard knows no keys inside a list
			s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{c.Name}, reference{c.Refers, []string{"id"}}})
		}
	}
	return s
}
