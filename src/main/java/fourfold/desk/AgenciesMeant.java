package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Type;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which agency extracts and people mean by what they write. Records hold an agency under its own name, so that "Kent Police"
/// and "KENT" are counted as one and may do as one. What is no agency stays as written, without outer spaces: partners lead
/// and support events too.
final class AgenciesMeant {

    private static final int MOST_REMEMBERED = 1_000;

    private final Agencies agencies;
    private final Set<String> partners = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    AgenciesMeant(Reference reference) {
        agencies = reference.agencies();
        reference.partners().forEach(partner -> partners.add(Type.plain(partner.name())));
    }

    /// Whether that is an agency or a partner that somebody here knows; blank is nobody.
    boolean isKnown(String written) {
        return agencies.find(written).isPresent() || partners.contains(Type.plain(written));
    }

    /// The record with the agency's own name in that field.
    <K extends Entity<K>> K in(Field<K, String> field, K record) {
        var written = record.get(field);
        var name = name(written);
        return name.equals(written) ? record : record.with(field, name);
    }

    /// The record with the agencies' own names among those of that field.
    <K extends Entity<K>> K among(Field<K, SortedSet<String>> field, K record) {
        var written = record.get(field);
        if (written.stream().allMatch(one -> name(one).equals(one))) return record;
        var own = new TreeSet<String>();
        written.forEach(one -> own.add(name(one)));
        return record.with(field, own);
    }

    private String name(String written) {
        var known = names.get(written);
        if (known != null) return known;
        var name = agencies.find(written).map(Agency::name).orElseGet(() -> Type.bare(written));
        if (names.size() < MOST_REMEMBERED) names.put(written, name);
        return name;
    }
}
