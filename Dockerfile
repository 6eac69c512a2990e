# The distribution is built on the JDK; its archive of classes is created on the JRE, where it will be used.
#   docker build -t wdata-mock . && docker run --rm -p 8080:8080 wdata-mock

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# Without unzip the wrapper downloads the .tar.gz of Maven, whose checksum differs. An image with Maven does not need it.
RUN command -v mvn || command -v unzip \
    || { apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*; }
# Dependencies first: this layer changes only with the build file.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp -Dmaven.test.skip=true dependency:go-offline
COPY src src
# The MCP endpoint offers it to clients.
COPY docs/control.md docs/
# The commit that /actuator/info shows, because the build context has no .git: --build-arg COMMIT=$(git rev-parse HEAD)
ARG COMMIT=unknown
# ./mvnw verify runs the tests and static checks.
RUN ./mvnw -B -ntp -Dmaven.test.skip=true -P '!error-prone,dist' -Dgit.commit="$COMMIT" package

FROM eclipse-temurin:25-jre AS runtime
WORKDIR /app
# Files that rarely change before those that change with every commit.
COPY --from=build /build/target/dist/lib/ lib/
COPY --from=build /build/target/dist/bin/ bin/
COPY --from=build /build/target/dist/java.options /build/target/dist/wdata-mock.jar ./

FROM runtime AS training
RUN java -cp wdata-mock.jar io.wdatamock.launch.Training cache

FROM runtime
# The version and the repository of the sources: --build-arg VERSION=1.2.3 --build-arg SOURCE=URL
ARG COMMIT=unknown
ARG VERSION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="wdata-mock" \
      org.opencontainers.image.description="A stateful mock server of the connections API of Workiva Wdata" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$COMMIT" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY src/image/healthy bin/
COPY --from=training /app/cache/ cache/
# A number, so that Kubernetes can verify that it is not root. The files belong to root and are read-only.
USER 10001:10001
# The default address is loopback, which is unreachable from outside the container.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=2s --timeout=3s --start-period=30s --retries=3 CMD ["/app/bin/healthy"]
# The launcher replaces itself by java, which is then process 1 and receives the SIGTERM of docker stop.
ENTRYPOINT ["/app/bin/wdata-mock"]
