package audit_test

import (
	"testing"

	"gongshi/generator/audit"
	"gongshi/generator/internal/trial"
)

func TestRules(t *testing.T) { trial.Archives(t, audit.Rules, audit.All) }

func TestBase(t *testing.T) { trial.InOrder(t, audit.All) }

func TestRulesAreDescribed(t *testing.T) { trial.Described(t, audit.Rules) }
