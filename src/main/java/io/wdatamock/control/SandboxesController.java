package io.wdatamock.control;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.Sanitizer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All sandboxes of the server; only available at the server's root. */
@Tag(name = "Sandboxes")
@RestController
@RequestMapping(SandboxesController.PATH)
public class SandboxesController {

    static final String PATH = "/__mock/sandboxes";

    /** The existing sandboxes of one server, which {@code server} names by its host and port. */
    @Schema(name = "Sandboxes")
    public record Listing(String server, List<Live> sandboxes) {}

    /** A sandbox, and when it was last used, in real time. */
    @Schema(name = "LiveSandbox")
    public record Live(String name, Instant lastUsed) {}

    private final Sandboxes sandboxes;
    private final SingletonSupplier<String> host = SingletonSupplier.of(SandboxesController::hostName);

    SandboxesController(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    @GetMapping
    @Operation(
            summary = "List the sandboxes",
            description = "`server` is the host name and the port of the server that answers.")
    Listing listSandboxes(Sandbox current, HttpServletRequest request) {
        requireRoot(request);
        return new Listing(
                host.obtain() + ":" + request.getLocalPort(),
                sandboxes.all().stream()
                        .map(sandbox -> new Live(sandbox.name(), sandbox.lastUsed()))
                        .toList());
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a sandbox", description = "The default one is reset instead.")
    void deleteSandbox(@PathVariable String name, HttpServletRequest request) {
        requireRoot(request);
        if (!sandboxes.delete(name)) {
            throw ApiException.notFound(
                    "name",
                    "There is no sandbox %s; GET /__mock/sandboxes lists the existing ones"
                            .formatted(Sanitizer.quote(name)));
        }
    }

    /** Whether the operation at this path concerns the whole server and exists at its root only. */
    static boolean isServerWide(String path) {
        return path.startsWith(PATH);
    }

    static boolean isRoot(HttpServletRequest request) {
        return !request.getContextPath().contains("/sandbox/");
    }

    private static void requireRoot(HttpServletRequest request) {
        if (!isRoot(request)) {
            throw ApiException.of(
                    HttpStatus.NOT_FOUND,
                    "There is no route %s; /__mock/sandboxes concerns the whole server and exists only at its root"
                            .formatted(Sanitizer.clean(request.getRequestURI())));
        }
    }

    /** Returns the name of this machine, container or pod; may be slow, because the JDK resolves its address too. */
    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
