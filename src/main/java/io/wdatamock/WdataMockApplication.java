package io.wdatamock;

import io.wdatamock.memory.OutOfMemoryExit;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the mock server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WdataMockApplication {

    public static void main(String[] args) {
        OutOfMemoryExit.install();
        SpringApplication.run(WdataMockApplication.class, args);
    }

    /** Keeps the start the moment at which a wrong setting or seed is told, although the framework's beans can wait. */
    @Bean
    static LazyInitializationExcludeFilter eagerly() {
        String ours = WdataMockApplication.class.getPackageName();
        return (name, definition, type) -> type.getPackageName().startsWith(ours);
    }
}
