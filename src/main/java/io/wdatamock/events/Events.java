package io.wdatamock.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The viewers of one sandbox. Not thread-safe: the sandbox's lock guards it. */
public final class Events {

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final LongConsumer memory;
    private boolean ended;

    public Events() {
        this(bytes -> {});
    }

    /** Viewers whose waiting changes are counted: {@code memory} takes the bytes, negative ones once they are free. */
    public Events(LongConsumer memory) {
        this.memory = memory;
    }

    /** Whether anybody would be told of a change; what costs anything to put together need not be if not. */
    public boolean hasSubscribers() {
        return !subscriptions.isEmpty();
    }

    /** Has every viewer told of a change; one that is too far behind is told nothing any more. */
    public void publish(Change change) {
        if (hasSubscribers()) {
            subscriptions.removeIf(subscription -> !subscription.offer(change));
        }
    }

    /** A viewer that is told of this change, and of all that come after it. */
    public Subscription subscribe(Change first) {
        Subscription subscription = new Subscription(memory);
        subscription.offer(first);
        if (ended) {
            subscription.end();
        } else {
            subscriptions.add(subscription);
        }
        return subscription;
    }

    /** Forgets a viewer that has gone. */
    public void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
        subscription.clear();
    }

    /** Ends the viewer that is furthest behind, if at least so many bytes wait for it. */
    public boolean endFurthestBehind(long atLeast) {
        Optional<Subscription> furthest = subscriptions.stream()
                .max(Comparator.comparingLong(Subscription::bytes))
                .filter(subscription -> subscription.bytes() >= atLeast);
        furthest.ifPresent(subscription -> {
            subscriptions.remove(subscription);
            subscription.cutOff();
        });
        return furthest.isPresent();
    }

    /** Ends what all viewers are told, once they have been told the rest, and that of any to come. */
    public void end() {
        ended = true;
        subscriptions.forEach(Subscription::end);
        subscriptions.clear();
    }
}
