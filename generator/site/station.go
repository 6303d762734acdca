package site

import "gongshi/generator/board"

// A StationPage is one station; its two sheets take the same data.
type StationPage struct {
	Frame
	*board.Station
	DoorSheet, RotaSheet string // addresses
}

func (p *planner) stations() {
	p.page("stations.html", p.word("stations.title"), p.crumb(""), func(f Frame) any { return f })
}

func (p *planner) station() {
	for _, s := range p.board.Stations {
		p.page("stations/"+s.ID+".html", s.Name, p.crumb("stations.html"), func(f Frame) any { return stationPage(f, s) })
	}
}

func (p *planner) stationDoor() {
	for _, s := range p.board.Stations {
		p.page(doorPath(s), p.word("station.door_title", s.Name), nil, func(f Frame) any { return stationPage(f, s) })
	}
}

func (p *planner) stationRota() {
	for _, s := range p.board.Stations {
		p.page(rotaPath(s), p.word("station.rota_title", s.Name), nil, func(f Frame) any { return stationPage(f, s) })
	}
}

func doorPath(s *board.Station) string { return "sheets/station-" + s.ID + "-door.html" }
func rotaPath(s *board.Station) string { return "sheets/station-" + s.ID + "-rota.html" }

func stationPage(f Frame, s *board.Station) StationPage {
	return StationPage{f, s, doorPath(s), rotaPath(s)}
}
