package fourfold.offenders.core.plan;

import fourfold.offenders.core.threat.Round;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Goes round in a circle with a threat, knows the disk, and counts across threads.
public record About(Round round, Path file, AtomicInteger count) {}
