package io.wdatamock.refresh;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.lifecycle.Run;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The event of runs after a change of the clock, for those that were active before or are active after it.
 *
 * @param runs the candidates; those that were final before the change and are final after it are left out
 */
record RunsMoved(List<Run> runs, Instant before, Instant now) implements Change {

    @Override
    public Stream<Event> events() {
        return runs.stream()
                .filter(run -> !run.at(before).isDone() || !run.at(now).isDone())
                .map(run -> RunView.event(run, now));
    }

    @Override
    public long size() {
        return runs.stream().mapToLong(RunView::retained).sum();
    }
}
