package fourfold.store;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import java.time.LocalDate;
import java.util.Optional;

/// One event on a worklist that awaits moderation, with what a line says of its threat.
public record AwaitingRow(
        Id<Disruption> id,
        String summary,
        Optional<Category> category,
        Optional<EventModeration> moderation,
        Optional<LocalDate> day,
        Id<Threat> threat,
        String threatRef,
        String threatName) {}
