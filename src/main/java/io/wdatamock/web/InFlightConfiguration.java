package io.wdatamock.web;

import io.wdatamock.memory.InFlightMemory;
import io.wdatamock.memory.WaitingRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configures the budgets of requests in flight by the heap and the number of threads. */
@Configuration(proxyBeanMethods = false)
class InFlightConfiguration {

    @Bean
    InFlightMemory inFlightMemory() {
        return InFlightMemory.ofHeap(Runtime.getRuntime().maxMemory());
    }

    @Bean
    WaitingRequests waitingRequests(
            InFlightMemory memory, Environment environment, @Value("${server.tomcat.threads.max:200}") int threads) {
        return new WaitingRequests(memory, Threading.VIRTUAL.isActive(environment) ? Integer.MAX_VALUE : threads);
    }
}
