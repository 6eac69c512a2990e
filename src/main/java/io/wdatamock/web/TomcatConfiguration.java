package io.wdatamock.web;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** Has Tomcat report its own errors as the server reports all others, and leave bodies alone. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new DisconnectValve());
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(VendorErrorReportValve.class.getName()));
        // Only RequestBody reads bodies, which knows their limit: Tomcat would take forms for query parameters.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        // Who asks before sending gets to hear of a refusal instead, and keeps the body.
        factory.addConnectorCustomizers(connector -> ((AbstractHttp11Protocol<?>) connector.getProtocolHandler())
                .setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString()));
    }
}
