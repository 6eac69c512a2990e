package io.wdatamock.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queues of unsent events of each subscriber. */
class EventsTests {

    private static final Change FIRST = () -> Stream.of(new Event("first", 0));

    private final AtomicInteger workedOut = new AtomicInteger();
    private final Change change = () -> Stream.of(new Event("change", workedOut.incrementAndGet()));
    private final Events events = new Events();

    @Test
    void withoutSubscribersEventsAreNotCreated() throws InterruptedException {
        events.publish(change);
        Subscription late = events.subscribe(FIRST);

        assertThat(late.next(Duration.ZERO)).isSameAs(FIRST);
        assertThat(late.isIdle()).isTrue();
        assertThat(workedOut).hasValue(0);
    }

    @Test
    void eventsAreCreatedWhenASubscriberReadsThem() throws InterruptedException {
        Subscription viewer = events.subscribe(FIRST);

        events.publish(change);
        assertThat(workedOut).hasValue(0);

        viewer.next(Duration.ZERO);
        assertThat(viewer.next(Duration.ZERO)).isSameAs(change);
    }

    @Test
    void closedSubscriptionReceivesNothing() {
        events.unsubscribe(events.subscribe(FIRST));

        assertThat(events.hasSubscribers()).isFalse();
    }

    @Test
    void onlyTheSlowSubscriberIsClosed() throws InterruptedException {
        Subscription slow = events.subscribe(FIRST);
        Subscription quick = events.subscribe(FIRST);
        for (int i = 0; i < Subscription.MAX_WAITING; i++) {
            quick.next(Duration.ZERO);
            events.publish(change);
        }

        slow.next(Duration.ZERO);
        assertThat(slow.isOver()).as("the slow one").isTrue();
        assertThat(quick.next(Duration.ZERO)).isSameAs(change);
        assertThat(quick.isOver()).as("the quick one").isFalse();
        assertThat(events.hasSubscribers()).isTrue();
    }

    @Test
    void queueHoldsUpToTheLimit() throws InterruptedException {
        Subscription viewer = events.subscribe(FIRST);
        for (int i = 1; i < Subscription.MAX_WAITING; i++) {
            events.publish(change);
        }

        assertThat(viewer.next(Duration.ZERO)).isSameAs(FIRST);
        assertThat(viewer.isOver()).isFalse();
    }

    @Test
    void subscriberWithTooMuchQueuedMemoryIsClosed() throws InterruptedException {
        Change large = new Change() {
            @Override
            public Stream<Event> events() {
                return Stream.of(new Event("large", 0));
            }

            @Override
            public long size() {
                return Subscription.MAX_BYTES;
            }
        };
        Subscription viewer = events.subscribe(FIRST);

        viewer.next(Duration.ZERO);
        events.publish(large);
        assertThat(viewer.next(Duration.ZERO)).isSameAs(large);
        events.publish(large);
        assertThat(events.hasSubscribers()).as("it has room again").isTrue();

        events.publish(change);
        assertThat(events.hasSubscribers())
                .as("what takes no memory is no burden")
                .isTrue();

        events.publish(large);
        viewer.next(Duration.ZERO);
        assertThat(viewer.isOver()).isTrue();
        assertThat(events.hasSubscribers()).isFalse();
    }

    @Test
    void queuedEventsPrecedeTheEnd() throws InterruptedException {
        Subscription viewer = events.subscribe(FIRST);
        events.publish(change);

        events.end();

        assertThat(viewer.next(Duration.ZERO)).isSameAs(FIRST);
        assertThat(viewer.next(Duration.ZERO)).isSameAs(change);
        assertThat(viewer.isOver()).isFalse();
        viewer.next(Duration.ZERO);
        assertThat(viewer.isOver()).isTrue();
    }

    @Test
    void lateSubscriberReceivesTheEnd() throws InterruptedException {
        events.end();

        Subscription late = events.subscribe(FIRST);
        events.publish(change);

        assertThat(late.next(Duration.ZERO)).isSameAs(FIRST);
        late.next(Duration.ZERO);
        assertThat(late.isOver()).isTrue();
    }

    @Test
    void timeoutIsNotTheEnd() throws InterruptedException {
        Subscription viewer = events.subscribe(FIRST);
        viewer.next(Duration.ZERO);

        assertThat(viewer.next(Duration.ZERO)).isNull();
        assertThat(viewer.isOver()).isFalse();
    }
}
