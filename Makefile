# Newel's two commands are `make demo` and `make test`. Both install what is missing first.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
BIN := .build/release
PREFIX ?= $(HOME)/.local

.PHONY: demo test build setup setup-tests format lint bench docs soak install clean

demo: build
	$(BIN)/newel demo

# Built by `swift build`, as `make build` does: what `swift test` would build has other settings, and all of it would be compiled again.
test: setup-tests venv
	swift build --build-tests $(SWIFT_FLAGS)
	swift test $(SWIFT_FLAGS) --skip-build --parallel --skip 'EndToEndTests|ConformanceTests'
	swift test $(SWIFT_FLAGS) --skip-build --filter 'EndToEndTests|ConformanceTests'

build: setup
	swift build $(SWIFT_FLAGS)

setup:
	@.ci/setup

setup-tests:
	@.ci/setup tests

# Clients the end-to-end tests drive the executable with.
venv: .venv/ready .venv-sam/ready
.venv/ready: .ci/requirements.txt .ci/requirements-alone.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
	# Only a file of theirs is used, not what they need to run.
	.venv/bin/pip install --quiet --disable-pip-version-check --no-deps -r .ci/requirements-alone.txt
	touch $@

# By itself: it wants other versions of what the other clients need.
.venv-sam/ready: .ci/requirements-sam.txt
	python3 -m venv .venv-sam
	.venv-sam/bin/pip install --quiet --disable-pip-version-check -r .ci/requirements-sam.txt
	touch $@

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Samples Tests

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Samples Tests

bench: build
	NEWEL_BENCHMARK=1 swift test $(SWIFT_FLAGS) --filter Benchmark

# Hours of crashes and fuzzing instead of CI's minutes.
soak: build venv
	NEWEL_SOAK=1 swift test $(SWIFT_FLAGS) --filter 'Crash|Generated|Fuzz|Soak'

# What the author of a Swift plugin reads, tutorial included.
DOCS ?= .build/docs
docs: build
	rm -rf $(DOCS) && mkdir -p $(DOCS)/symbols
	swift-symbolgraph-extract -module-name NewelPluginKit -I $(BIN)/Modules -I Sources/CNewelPlugin/include \
	    -target $(shell uname -m)-unknown-linux-gnu -minimum-access-level public -output-dir $(DOCS)/symbols
	rm -f $(DOCS)/symbols/*@*
	docc convert Sources/NewelPluginKit/NewelPluginKit.docc --additional-symbol-graph-dir $(DOCS)/symbols --warnings-as-errors \
	    --fallback-display-name NewelPluginKit --fallback-bundle-identifier newel.NewelPluginKit \
	    --transform-for-static-hosting --output-path $(DOCS)/pages

install: build
	install -d $(PREFIX)/bin
	install $(BIN)/newel $(BIN)/newel-worker $(BIN)/newel-lambda-bootstrap $(PREFIX)/bin
	install -m 644 $(BIN)/lib*.so $(PREFIX)/bin

clean:
	rm -rf .build .venv
