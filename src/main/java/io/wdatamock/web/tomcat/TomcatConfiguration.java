package io.wdatamock.web.tomcat;

import io.wdatamock.memory.WaitingRequests;
import java.time.InstantSource;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** Configures Tomcat: error format, bodies, and shutdown. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** In milliseconds; 0 means no limit. */
    private static final long UNLOAD_DELAY = 100;

    private final WaitingRequests waiting;
    private final InstantSource realTime;

    TomcatConfiguration(WaitingRequests waiting, InstantSource realTime) {
        this.waiting = waiting;
        this.realTime = realTime;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new DisconnectValve(waiting, realTime));
        factory.addContextCustomizers(context -> reportErrors((StandardHost) context.getParent()));
        // Without it, Tomcat adds an authenticator valve to every request.
        factory.addContextCustomizers(context -> context.setLoginConfig(new LoginConfig("NONE", null, null, null)));
        // Graceful shutdown has waited for open requests before; Tomcat would wait two more seconds.
        factory.addContextCustomizers(context -> ((StandardContext) context).setUnloadDelay(UNLOAD_DELAY));
        // RequestBody reads all bodies; Tomcat would parse forms into query parameters.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        // With Expect: 100-continue, rejects before the client sends the body.
        factory.addConnectorCustomizers(connector -> ((AbstractHttp11Protocol<?>) connector.getProtocolHandler())
                .setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }

    /** Registers the valve and its class; Tomcat creates another one unless the host has a valve of that class. */
    private void reportErrors(StandardHost host) {
        host.setErrorReportValveClass(VendorErrorReportValve.class.getName());
        host.getPipeline().addValve(new VendorErrorReportValve(realTime));
    }
}
