package io.wdatamock.client;

/** Whether a clock runs. */
public enum ClockMode {
    RUNNING,
    FROZEN
}
