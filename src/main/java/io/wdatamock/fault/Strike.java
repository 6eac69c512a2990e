package io.wdatamock.fault;

/** A fault that strikes one request. */
public record Strike(String faultId, Fault fault) {}
