# make test is the whole gate: it installs what the tests need and runs everything CI runs.
.PHONY: test tools lint units html preview build

test: tools lint units html

tools:
	sh .ci/tools

lint:
	@out=$$(gofmt -l cmd generator themes bench); test -z "$$out" || { echo "gofmt would change: $$out"; exit 1; }
	go vet ./...
	GOOS=windows GOARCH=amd64 go vet ./...
	GOOS=darwin GOARCH=arm64 go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...

# The pictures that the browser tests take of every kind of page are kept in .tools/pictures.
units:
	rm -rf .tools/pictures && mkdir -p .tools/pictures
	go test -artifacts -outputdir "$(CURDIR)/.tools/pictures" ./...

# The built specimen must be valid HTML by the Nu checker.
html:
	rm -rf .tools/site && mkdir -p .tools/site
	go run ./cmd/gongshi build --out .tools/site/public
	java -Xss4m -jar .tools/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html .tools/site/public
	@echo "html: every page of the specimen is valid"

preview:
	go run ./cmd/gongshi preview

build:
	go run ./cmd/gongshi build
