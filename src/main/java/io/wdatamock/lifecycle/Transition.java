package io.wdatamock.lifecycle;

import java.time.Instant;

/** A stage and the instant at which it began. */
public record Transition(Stage stage, Instant at) {}
