package io.wdatamock.bench.comparison;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/** What is beneath this server, by itself: the servlet container, set up as it is there, with one servlet. */
final class BareTomcat {

    /** Reads what it is sent, and always says the same. */
    private static final class Repeater extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final byte[] answer;

        Repeater(byte[] answer) {
            this.answer = answer;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }

    private BareTomcat() {}

    /** Takes a port and the file with the answer. */
    public static void main(String[] args) throws IOException, LifecycleException {
        byte[] answer = Files.readAllBytes(Path.of(args[1]));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(args[0]));
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("request-"));
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "repeater", new Repeater(answer)).addMapping("/*");
        tomcat.start();
        tomcat.getServer().await();
    }
}
