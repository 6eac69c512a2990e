# Short names for the commands of README.md and CONTRIBUTING.md.
.DEFAULT_GOAL := help
.PHONY: help run package verify format browser clients image dist ci bench grow soak memory

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 10

run: ## start the server from the sources, on port 8080
	./mvnw spring-boot:run

package: ## build target/wdata-mock.jar without tests
	./mvnw package -DskipTests

verify: ## build and check everything
	./mvnw verify

format: ## format the sources
	./mvnw spotless:apply

browser: ## test the pages in a browser (needs Chromium)
	./mvnw -P browser test

clients: ## build and check what is beside the server (after make package)
	./mvnw -f clients/pom.xml verify

image: ## build the container image
	docker build -t wdata-mock .

dist: ## build the distribution with an AOT cache (needs a JDK 25)
	./mvnw package -Pdist

ci: ## check the clone as CI does
	.ci/run

bench: ## compare with other servers, about 15 minutes (needs wrk)
	bench/run

grow: ## measure many connections and sandboxes, about 5 minutes
	bench/grow

soak: ## measure the endurance, 30 minutes
	bench/soak

memory: ## attack the memory with legal traffic, an hour or more
	bench/memory
