package fourfold.store;

import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import java.util.Set;

/// Which threats a list shows. An empty set or text asks for nothing; several values of one set are alternatives.
///
/// @param text stands somewhere in the reference, name, area, phase, agency or LRO, whatever the case
/// @param lroCollars collar numbers in capitals
/// @param tags any of them
public record ThreatFilter(
        String text,
        Set<ThreatKind> kinds,
        Set<Tier> tiers,
        Set<String> agencies,
        Set<String> lroCollars,
        Set<String> areas,
        Set<ThreatArea> primaryAreas,
        Set<MasterListStatus> masterList,
        Set<String> tags,
        Standing standing) {

    /// Open threats, closed ones, or both.
    public enum Standing {
        OPEN,
        CLOSED,
        ALL
    }

    /// Every threat.
    public static final ThreatFilter ALL = new ThreatFilter(
            "", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Standing.ALL);

    public ThreatFilter {
        kinds = Set.copyOf(kinds);
        tiers = Set.copyOf(tiers);
        agencies = Set.copyOf(agencies);
        lroCollars = Set.copyOf(lroCollars);
        areas = Set.copyOf(areas);
        primaryAreas = Set.copyOf(primaryAreas);
        masterList = Set.copyOf(masterList);
        tags = Set.copyOf(tags);
    }

    /// This filter with another text.
    public ThreatFilter withText(String other) {
        return new ThreatFilter(
                other, kinds, tiers, agencies, lroCollars, areas, primaryAreas, masterList, tags, standing);
    }

    /// This filter for the threats of these LROs.
    public ThreatFilter withLros(Set<String> collars) {
        return new ThreatFilter(text, kinds, tiers, agencies, collars, areas, primaryAreas, masterList, tags, standing);
    }

    /// This filter for open threats, closed ones or both.
    public ThreatFilter withStanding(Standing other) {
        return new ThreatFilter(
                text, kinds, tiers, agencies, lroCollars, areas, primaryAreas, masterList, tags, other);
    }

    /// This filter for those kinds.
    public ThreatFilter withKinds(Set<ThreatKind> others) {
        return new ThreatFilter(
                text, others, tiers, agencies, lroCollars, areas, primaryAreas, masterList, tags, standing);
    }

    /// This filter for those tiers.
    public ThreatFilter withTiers(Set<Tier> others) {
        return new ThreatFilter(
                text, kinds, others, agencies, lroCollars, areas, primaryAreas, masterList, tags, standing);
    }

    /// This filter for those agencies.
    public ThreatFilter withAgencies(Set<String> others) {
        return new ThreatFilter(
                text, kinds, tiers, others, lroCollars, areas, primaryAreas, masterList, tags, standing);
    }

    /// This filter for those primary threat areas.
    public ThreatFilter withPrimaryAreas(Set<ThreatArea> others) {
        return new ThreatFilter(text, kinds, tiers, agencies, lroCollars, areas, others, masterList, tags, standing);
    }
}
