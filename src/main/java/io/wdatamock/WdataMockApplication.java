package io.wdatamock;

import io.wdatamock.mcp.McpStdio;
import io.wdatamock.memory.OutOfMemoryExit;
import java.io.IOException;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Starts the mock server. The excluded auto-configurations would add an error page in another format than the server's,
 * two filters and resolvers that read request bodies, and features that the server does not use.
 */
@SpringBootApplication(
        exclude = {
            AopAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            HttpEncodingAutoConfiguration.class,
            MultipartAutoConfiguration.class,
            TaskExecutionAutoConfiguration.class,
            TaskSchedulingAutoConfiguration.class
        })
@ConfigurationPropertiesScan
public class WdataMockApplication {

    public static void main(String[] args) throws IOException {
        OutOfMemoryExit.install();
        if (McpStdio.isCommand(args)) {
            McpStdio.run(WdataMockApplication.class, args);
        } else {
            SpringApplication.run(WdataMockApplication.class, args);
        }
    }

    /** Creates the server's own beans at the start, so that a wrong setting or seed is reported there. */
    @Bean
    static LazyInitializationExcludeFilter ownBeans() {
        String ours = WdataMockApplication.class.getPackageName();
        return (name, definition, type) -> type.getPackageName().startsWith(ours);
    }
}
