package io.wdatamock.ops;

import io.wdatamock.WdataMockApplication;
import io.wdatamock.config.WdataMockProperties;
import io.wdatamock.sandbox.Sandboxes;
import io.wdatamock.sandbox.Settings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs one line once the server accepts requests: its URL and the settings that matter most. */
@Component
final class StartupLogger {

    private static final Logger LOG = LoggerFactory.getLogger(WdataMockApplication.class);

    private final ServerProperties server;
    private final WdataMockProperties properties;
    private final Sandboxes sandboxes;

    StartupLogger(ServerProperties server, WdataMockProperties properties, Sandboxes sandboxes) {
        this.server = server;
        this.properties = properties;
        this.sandboxes = sandboxes;
    }

    @EventListener
    void log(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            String url = url(Objects.requireNonNull(context.getWebServer()).getPort());
            Settings settings = sandboxes.settings();
            LOG.info(
                    "Listening on {} (another sandbox: {}/sandbox/{name}); seed: {}, random seed: {};"
                            + " auth: {}; validation: {}; control API: {}",
                    url,
                    url,
                    properties.seed() == null ? "built in" : properties.seed(),
                    properties.randomSeed(),
                    settings.auth(),
                    settings.validation(),
                    control());
            if (properties.upstream().url() != null) {
                LOG.info(
                        "Requests to the vendor's operations are forwarded to the real service {}",
                        properties.upstream().url());
            }
        }
    }

    private String url(int port) {
        boolean tls = server.getSsl() != null && server.getSsl().isEnabled();
        String path = server.getServlet().getContextPath();
        return "%s://%s:%d%s".formatted(tls ? "https" : "http", host(), port, path == null ? "" : path);
    }

    private String host() {
        InetAddress address = server.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            return "localhost";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    private String control() {
        if (!properties.control().enabled()) {
            return "off";
        }
        return properties.control().token() == null ? "open" : "locked";
    }
}
