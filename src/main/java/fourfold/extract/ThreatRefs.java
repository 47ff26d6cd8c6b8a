package fourfold.extract;

import fourfold.core.kernel.Id;
import fourfold.core.threat.Threat;
import org.jspecify.annotations.Nullable;

/// The threats that rows may refer to: those of the vault, and those good in the same load.
@FunctionalInterface
public interface ThreatRefs {

    /// The threat with that ref, or null. Outer spaces are off; letter case does not matter.
    @Nullable Id<Threat> find(String ref);

    /// Every ref is known; for reading an extract by itself.
    static ThreatRefs any() {
        return ref -> Id.named(Threat.FIELDS.kind(), ref);
    }
}
