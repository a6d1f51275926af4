# make run    build, load the samples, serve them at http://127.0.0.1:8080 (PORT= changes it)
# make test   every test, on SQLite and PostgreSQL, and in the browser
# make sanitize  unit and contract tests with address and undefined-behaviour sanitizers
# make check  format, layers, warnings, static analysis
# make bench  what we claim about speed; writes bench/RESULTS.md
# make build  only the program: build/release/jalur
# Each installs what it lacks first (tools/setup).

PORT ?= 8080
DATA ?= build/data

.PHONY: run build test sanitize check bench setup web format clean

run: build
	@tools/run $(PORT) $(DATA)

setup:
	@tools/setup

web: setup
	@tools/build_web

build: web
	@cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
	@ninja -C build/release jalur

test: build
	@tools/test

sanitize: build
	@tools/sanitize

check: build
	@tools/check

bench: build
	@tools/bench

format: setup
	@git ls-files 'src/*.h' 'src/*.cpp' 'bench/*.cpp' 'bench/*.h' 'tests/*.cpp' | xargs clang-format -i
	@npx prettier --log-level warn --write .

clean:
	@rm -rf build web/dist
