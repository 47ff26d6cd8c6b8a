package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;

/// Turns what a person wrote for an agency into the name that records hold, or refuses what is no agency.
final class AgencyNames {

    private AgencyNames() {}

    /// The record with the agency's own name in that field; blank stays blank.
    static <K extends Entity<K>> Outcome<K> named(Agencies agencies, Field<K, String> field, K record) {
        if (record.lacks(field)) return Outcome.done(record);
        var written = record.get(field);
        return agencies.find(written)
                .map(agency -> Outcome.done(record.with(field, agency.name())))
                .orElseGet(() -> Outcome.refused(new Problem.Invalid(
                        field.name(), field.label() + ": there is no agency called " + written + ".")));
    }
}
