// Command mktown writes the made-up records of a township of any size into a folder, to time the whole program on it.
package main

import (
	"flag"
	"fmt"
	"os"

	"gongshi/bench/town"
)

func main() {
	n := flag.Int("n", 10_000, fmt.Sprintf("number of records, at least %d", town.Smallest))
	seed := flag.Uint64("seed", 1, "another seed gives another town of the same shape")
	out := flag.String("out", "", "folder to write; must not exist yet or be empty")
	flag.Parse()
	if err := run(*out, *n, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "mktown:", err)
		os.Exit(1)
	}
}

func run(out string, n int, seed uint64) error {
	if out == "" {
		return fmt.Errorf("say where to write: -out FOLDER")
	}
	if n < town.Smallest {
		return fmt.Errorf("-n %d is less than %d", n, town.Smallest)
	}
	old, err := os.ReadDir(out)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if len(old) > 0 {
		return fmt.Errorf("%s is not empty: files of another town would mix with the new ones", out)
	}
	return town.Write(out, n, seed)
}
