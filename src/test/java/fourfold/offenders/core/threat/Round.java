package fourfold.offenders.core.threat;

import fourfold.offenders.core.plan.About;

/// Goes round in a circle with a plan.
public record Round(About about) {}
