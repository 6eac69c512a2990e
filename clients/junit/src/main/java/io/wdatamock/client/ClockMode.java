package io.wdatamock.client;


/** Whether a clock runs or stands still. */
public enum ClockMode {
    RUNNING,
    FROZEN
}
