package io.wdatamock.web;

import io.wdatamock.fault.Effect;
import io.wdatamock.wire.VendorOperation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counters of answered requests and applied faults in all sandboxes. Thread-safe. */
@Component
public final class RequestCounts {

    /**
     * The key of a counter.
     *
     * @param operation null if the path leads to no operation
     * @param status null if the connection was closed without a response
     */
    public record Answered(
            @Nullable VendorOperation operation, @Nullable Integer status) {}

    private final Map<Answered, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

    /** Counts a request that was answered, or whose connection was closed. */
    public void answered(@Nullable VendorOperation operation, @Nullable Integer status) {
        answered.computeIfAbsent(new Answered(operation, status), key -> new LongAdder())
                .increment();
    }

    /** Counts a fault that was applied to a request. */
    public void faultApplied(Effect effect) {
        faults.computeIfAbsent(effect.type(), key -> new LongAdder()).increment();
    }

    public void forEachAnswered(ObjDoubleConsumer<Answered> action) {
        answered.forEach((key, count) -> action.accept(key, count.doubleValue()));
    }

    public void forEachFault(ObjDoubleConsumer<String> action) {
        faults.forEach((type, count) -> action.accept(type, count.doubleValue()));
    }
}
