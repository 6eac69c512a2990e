package io.wdatamock.upstream;

import io.wdatamock.memory.Segments;
import io.wdatamock.wire.ApiException;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Collects the body of a response, and cancels it if it is too long or abandoned. */
final class BoundedBody implements BodySubscriber<Segments> {

    private final long limit;
    private final Segments content;
    private final CompletableFuture<Segments> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** Creates an empty body; {@code reserve} receives the length of each segment before its allocation. */
    BoundedBody(long limit, LongConsumer reserve) {
        this.limit = limit;
        this.content = new Segments(reserve);
    }

    /** Ignores the rest of the body; no memory is reserved from now on. */
    synchronized void abandon() {
        end(new IOException("The response is not needed any more"));
    }

    @Override
    public CompletionStage<Segments> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        try {
            buffers.forEach(this::append);
        } catch (ApiException e) {
            end(e); // there is no memory for it
        }
    }

    private void append(ByteBuffer buffer) {
        if (result.isDone()) {
            return;
        }
        if (content.size() + buffer.remaining() > limit) {
            end(new IOException("the body has more than %d bytes".formatted(limit)));
            return;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        content.write(bytes, 0, bytes.length);
    }

    private void end(Exception reason) {
        if (result.completeExceptionally(reason) && subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable error) {
        result.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        result.complete(content);
    }
}
