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

/** Has Tomcat report its own errors as the server reports all others, leave bodies alone, and stop without delay. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** In milliseconds; 0 would be for ever. */
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
        // Or else every request would pass a valve that lets everybody in; who may call is decided behind it.
        factory.addContextCustomizers(context -> context.setLoginConfig(new LoginConfig("NONE", null, null, null)));
        // The stop has waited for open requests before; Tomcat by itself would wait for them two seconds more.
        factory.addContextCustomizers(context -> ((StandardContext) context).setUnloadDelay(UNLOAD_DELAY));
        // Only RequestBody reads bodies, which knows their limit: Tomcat would take forms for query parameters.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        // Who asks before sending gets to hear of a refusal instead, and keeps the body.
        factory.addConnectorCustomizers(connector -> ((AbstractHttp11Protocol<?>) connector.getProtocolHandler())
                .setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }

    /** Tomcat creates a valve of the named class unless the host has one already. */
    private void reportErrors(StandardHost host) {
        host.setErrorReportValveClass(VendorErrorReportValve.class.getName());
        host.getPipeline().addValve(new VendorErrorReportValve(realTime));
    }
}
