# The only entry points. Everything thick is in Maven and Java.
SHELL := bash
.DEFAULT_GOAL := help

JAVA_HOME := $(shell bin/java-home 25)
export JAVA_HOME
JAVA := $(JAVA_HOME)/bin/java
MVN := mvn -B --no-transfer-progress $(MVNFLAGS)
ROOT := $(CURDIR)
export ROOT

# What the running system is built from; tests are built when they are run.
MODULES := $(wildcard events api platform infra cli *-service)
SOURCES := $(shell find pom.xml $(MODULES) \
	-path '*/target' -prune -o -path '*/src/test' -prune -o -type f \
	\( -path '*/src/main/*' -o -name pom.xml \) -print)
BUILT := target/built-dev
TESTS_BUILT := target/built-tests

INFRA = $(JAVA) -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	-cp infra/target/classes:$$(cat infra/target/classpath)
TESTS = $(JAVA) -Xmx$(or $(HEAP),1g) -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	--sun-misc-unsafe-memory-access=allow -cp tests/target/classes:$$(cat tests/target/classpath)

BENCH = $(JAVA) -Xmx$(or $(HEAP),4g) -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	--sun-misc-unsafe-memory-access=allow -cp benchmarks/target/classes:$$(cat benchmarks/target/classpath)

# What the last build reported.
REPORTS = $(foreach module,* platform/* infra/*,$(module)/target/*-reports)

# Integration tests that take minutes, or a system of their own.
PROOF_TESTS = $(MVN) verify --fail-at-end -DskipUnitTests -Dit.groups=proof -Dit.excludedGroups=
# Builds and says which module it is at; of Maven's other lines only errors are shown.
PACKAGE = @set -o pipefail; $(MVN) package -DskipTests $(1) | awk '\
	/^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]$$/ { print "  " $$NF " " $$3; fflush() } \
	/^\[ERROR\]/ { print; fflush() }'

.PHONY: help dev stop status reset seed tail check quick prove fmt golden docs world bench
.PHONY: replay build jdk bench-memory bench-feeds bench-giant bench-fame bench-micro bench-streams plot-feeds

help: ## Lists these targets.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

dev: build ## Starts everything, seeded; PORT, PROFILE, INSTANCES, BASE, DATA, BIND change what.
	@exec $(INFRA) isegoria.infra.Dev start

stop: ## Stops what make dev started; data stay.
	@$(INFRA) isegoria.infra.Dev stop

status: ## Shows memory, CPU and disk of every process.
	@$(INFRA) isegoria.infra.Dev status

reset: ## Drops the data of make dev; refuses while it runs.
	@$(INFRA) isegoria.infra.Dev reset

seed: ## Signs up the seed's people in a running system.
	@$(INFRA) isegoria.infra.Dev seed

tail: ## Prints a topic's records as JSON: TOPIC=post.events.v1; ONCE=1 ends at its end.
	@$(INFRA) isegoria.infra.Tail $(if $(ONCE),--once) $(TOPIC)

check: jdk ## Format, compile, every test at its small size: what CI runs.
	@rm -rf target/build $(REPORTS)
	$(MVN) verify
	@$(TESTS) isegoria.tests.BuildReport

quick: jdk ## Formats, compiles, and runs the tests that need no processes.
	$(MVN) verify -Dspotless.goal=apply -DskipITs

prove: $(TESTS_BUILT) ## Runs the proofs at full size; ONLY names some, SCALE divides the sizes.
	@missed=0; \
	$(if $(ONLY),,$(PROOF_TESTS) || missed=1;) \
	$(TESTS) isegoria.tests.Prove $(ARGS) || missed=1; \
	$(BENCH) isegoria.benchmarks.ProveFeeds || missed=1; \
	exit $$missed

world: $(TESTS_BUILT) ## Loads a graph and checks every home: GRAPH=<edge list> POSTS=<n>.
	@$(TESTS) isegoria.tests.World $(ARGS)

replay: $(TESTS_BUILT) ## Truncates every table that is in the log and rebuilds it; PEOPLE, POSTS.
	@$(TESTS) isegoria.tests.Replay $(ARGS)

bench-memory: $(TESTS_BUILT) ## Measures what follows take: FOLLOWERS, PEOPLE, FOLLOWS.
	@$(BENCH) isegoria.benchmarks.FollowsMemory

bench-feeds: $(TESTS_BUILT) ## Measures home feeds, ours and others' ways; QUICK=1, GRAPH, PEOPLE, CELLS.
	@bin/bench-servers
	@$(BENCH) isegoria.benchmarks.BenchFeeds

plot-feeds: $(TESTS_BUILT) ## Draws docs/benchmarks/feeds.svg from the cells beside it.
	@$(BENCH) isegoria.benchmarks.plot.CostCurve docs/benchmarks/feeds.csv

bench-giant: $(TESTS_BUILT) ## Measures one post by an account with FOLLOWERS, of whom ACTIVE read.
	@$(BENCH) isegoria.benchmarks.BenchGiant

bench-micro: $(TESTS_BUILT) ## Measures the hot parts of feeds one by one, with JMH.
	@$(BENCH) org.openjdk.jmh.Main $(ARGS)

bench-fame: $(TESTS_BUILT) ## Measures one account that gains FOLLOWERS, FAVOURITES, BOOSTS, REPLIES.
	@$(BENCH) isegoria.benchmarks.BenchFame

bench-streams: $(TESTS_BUILT) ## Measures open streams at 1, 100 and SUBSCRIBERS of them.
	@$(BENCH) isegoria.benchmarks.BenchStreams

bench: $(TESTS_BUILT) ## Measures posts and home pages: p50, p99, CPU.
	@$(TESTS) isegoria.tests.Bench $(ARGS)

fmt: jdk ## Formats sources and poms.
	$(MVN) -q process-sources -Dspotless.goal=apply

golden: jdk ## Rewrites the golden files and shows what changed.
	$(MVN) -q test -Dgolden=true
	git --no-pager diff --stat -- '*/golden/*' docs/generated

docs: golden ## Renders docs/generated, which is golden.

build: $(BUILT)

jdk:
	@bin/java-home 25 > /dev/null && bin/java-home 17 > /dev/null
	@command -v mvn > /dev/null || { echo 'mvn: not found; install Maven 3.8.7 or newer' >&2; exit 1; }

$(BUILT): $(SOURCES) | jdk
	@echo 'building what is stale'
	$(call PACKAGE,-pl '!tests' -pl '!benchmarks')
	@mkdir -p $(@D) && touch $@

$(TESTS_BUILT): $(SOURCES) $(wildcard tests/pom.xml benchmarks/pom.xml) \
		$(shell find tests/src benchmarks/src -type f) | jdk
	@echo 'building what is stale'
	$(call PACKAGE)
	@mkdir -p $(@D) && touch $(BUILT) $@
