package io.wdatamock.bench.comparison;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/** Two servers that return the same bytes for every request: the JDK's, and Tomcat configured as in this server. */
final class FixedResponseServer {

    private static final class FixedServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final byte[] body;

        FixedServlet(byte[] body) {
            this.body = body;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private FixedResponseServer() {}

    /** Takes {@code jdk} or {@code tomcat}, the port, and the file with the body of the response. */
    public static void main(String[] args) throws IOException, LifecycleException {
        int port = Integer.parseInt(args[1]);
        byte[] body = Files.readAllBytes(Path.of(args[2]));
        if (args[0].equals("jdk")) {
            startJdkServer(port, body);
        } else {
            startTomcat(port, body);
        }
    }

    private static void startJdkServer(int port, byte[] body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static void startTomcat(int port, byte[] body) throws IOException, LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().getProtocolHandler().setExecutor(new VirtualThreadExecutor("request-"));
        Tomcat.addServlet(tomcat.addContext("", null), "fixed", new FixedServlet(body))
                .addMapping("/*");
        tomcat.start();
        tomcat.getServer().await();
    }
}
