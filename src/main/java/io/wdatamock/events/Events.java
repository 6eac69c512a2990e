package io.wdatamock.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The subscriptions to the events of one sandbox. Not thread-safe: guarded by the sandbox's lock. */
public final class Events {

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final LongConsumer memory;
    private boolean ended;

    public Events() {
        this(bytes -> {});
    }

    /**
     * Creates an empty set of subscriptions. {@code memory} receives the bytes of queued changes, negative when they
     * are freed.
     */
    public Events(LongConsumer memory) {
        this.memory = memory;
    }

    /** Whether any subscription receives changes. Callers use it to avoid creating changes in vain. */
    public boolean hasSubscribers() {
        return !subscriptions.isEmpty();
    }

    /** Queues a change for all subscriptions; ends those that are too far behind. */
    public void publish(Change change) {
        if (hasSubscribers()) {
            subscriptions.removeIf(subscription -> !subscription.offer(change));
        }
    }

    /** Adds a subscription that receives this change and all later ones. */
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

    /** Removes a subscription. */
    public void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
        subscription.clear();
    }

    /** Ends the subscription with the most queued bytes, if it has at least {@code atLeast}. */
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

    /** Ends all subscriptions after their queued changes, and those added later. */
    public void end() {
        ended = true;
        subscriptions.forEach(Subscription::end);
        subscriptions.clear();
    }
}
