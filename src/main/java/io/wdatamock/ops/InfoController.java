package io.wdatamock.ops;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.JavaInfo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the version, the commit and the Java of the server, in the format of Spring Boot's actuator. */
@RestController
class InfoController {

    /** The value of what the build does not know, such as the commit outside a Git checkout. */
    private static final String UNKNOWN = "unknown";

    record Info(App app, Git git, Java java) {}

    record App(String name, String version) {}

    record Git(Commit commit) {}

    record Commit(String id) {}

    record Java(String version, Vendor vendor) {}

    record Vendor(String name) {}

    private final Info info;

    InfoController(ObjectProvider<BuildProperties> provider) {
        @Nullable BuildProperties build = provider.getIfAvailable();
        JavaInfo java = new JavaInfo();
        this.info = new Info(
                new App("wdata-mock", known(build == null ? null : build.getVersion())),
                new Git(new Commit(known(build == null ? null : build.get("commit")))),
                new Java(
                        known(java.getVersion()),
                        new Vendor(known(java.getVendor().getName()))));
    }

    @GetMapping("/actuator/info")
    Info info() {
        return info;
    }

    private static String known(@Nullable String value) {
        return Optional.ofNullable(value).orElse(UNKNOWN);
    }
}
