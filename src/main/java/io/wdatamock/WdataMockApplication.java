package io.wdatamock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the mock server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WdataMockApplication {

    public static void main(String[] args) {
        SpringApplication.run(WdataMockApplication.class, args);
    }
}
