package fourfold.desk;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.settings.SentPackage;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// To whom a package may go: the units that are trusted here. An agency with one unit is called by its name; where several of
/// its offices are trusted, or it is our own agency, the beginning of the unit's fingerprint says which one is meant.
final class Addresses {

    private static final Pattern OFFICE = Pattern.compile("(.+?)\\s+office\\s+([0-9A-Fa-f]{4}\\s?[0-9A-Fa-f]{4})");
    private static final int DESIGNATION = 8;

    private final OpenVault vault;
    private final Agencies agencies;

    Addresses(OpenVault vault, Agencies agencies) {
        this.vault = vault;
        this.agencies = agencies;
    }

    /// A unit that packages come from and go to.
    ///
    /// @param fingerprint of the unit's certificate; empty where none of the agency is trusted
    /// @param label what a person calls it, such as "EMSOU" or "Derbyshire office 1A2B 3C4D"
    /// @param first whether it was the first of its agency to be trusted: what was kept before units were told apart is its
    record Address(String agency, String fingerprint, String label, boolean first) {

        /// Whether what was kept under this agency and fingerprint is this unit's.
        boolean is(String keptAgency, String keptFingerprint) {
            return agency.equals(keptAgency) && (keptFingerprint.isEmpty() ? first : fingerprint.equals(keptFingerprint));
        }
    }

    /// The unit that a person means by the name of an agency or the label of one of its offices.
    Outcome<Address> find(String written) {
        var office = OFFICE.matcher(written.strip());
        var named = office.matches() ? office.group(1) : written;
        var begins = office.matches() ? office.group(2).replace(" ", "").toUpperCase(Locale.ROOT) : "";
        return agencies.find(named)
                .map(agency -> find(agency, begins))
                .orElseGet(() -> Outcome.refused(
                        new Problem.Invalid("to", "There is no agency called " + written + ".")));
    }

    private Outcome<Address> find(Agency agency, String begins) {
        var units = units(agency.name());
        var meant = units.stream().filter(unit -> unit.fingerprint().startsWith(begins)).toList();
        if (begins.isEmpty() && meant.size() > 1)
            meant = meant.stream().filter(unit -> !isOwn(unit)).toList();
        if (meant.size() == 1) return Outcome.done(meant.getFirst());
        if (meant.isEmpty())
            return begins.isEmpty()
                    ? Outcome.done(new Address(agency.name(), "", agency.name(), true))
                    : Outcome.refused(new Problem.Invalid(
                            "to", "No office " + begins + " of " + agency.name() + " is trusted here."));
        return Outcome.refused(new Problem.Invalid("to", agency.name() + " has several offices; say which one is meant: "
                + meant.stream().map(Address::label).collect(Collectors.joining(" or ")) + "."));
    }

    /// The unit with that certificate, as it is called here whether or not it is still trusted.
    ///
    /// @param fingerprint empty for what was kept before units were told apart
    Address of(String agency, String fingerprint) {
        return units(agency).stream()
                .filter(unit -> unit.is(agency, fingerprint))
                .findFirst()
                .orElseGet(() -> new Address(
                        agency, fingerprint, fingerprint.isEmpty() ? agency : designation(agency, fingerprint), fingerprint.isEmpty()));
    }

    /// Our own unit.
    Address own() {
        return of(vault.agency(), vault.own().fingerprint());
    }

    /// Every unit that is trusted here, but our own, by label.
    Outcome<List<Address>> others() {
        return vault.trusted().all().map(all -> all.stream()
                .map(unit -> of(unit.agency(), unit.fingerprint()))
                .filter(unit -> !isOwn(unit))
                .sorted((one, other) -> one.label().compareTo(other.label()))
                .toList());
    }

    /// The regional unit, and everybody who was sent something before, by label.
    List<Address> usual(Store store) {
        var usual = new TreeMap<String, Address>();
        for (var kept : store.records().all(SentPackage.FIELDS)) {
            var unit = of(kept.record().get(SentPackage.ADDRESSEE), kept.record().get(SentPackage.UNIT));
            usual.put(unit.label(), unit);
        }
        agencies.find(vault.agency())
                .map(agencies::regionalUnitOf)
                .filter(unit -> !unit.name().equals(vault.agency()))
                .map(unit -> of(unit.name(), ""))
                .ifPresent(unit -> usual.put(unit.label(), unit));
        return List.copyOf(usual.values());
    }

    /// The certificates of a unit, when something may be encrypted to it now.
    Outcome<AgencyCertificates> usable(Address unit) {
        return unit.fingerprint().isEmpty()
                ? vault.trusted().usable(unit.agency())
                : vault.trusted().usable(unit.agency(), unit.fingerprint());
    }

    private boolean isOwn(Address unit) {
        return unit.fingerprint().equals(vault.own().fingerprint());
    }

    private List<Address> units(String agency) {
        var units = vault.trusted().of(agency).orThrow();
        var first = units.isEmpty() ? "" : units.getFirst().fingerprint();
        return units.stream()
                .map(unit -> new Address(
                        unit.agency(),
                        unit.fingerprint(),
                        units.size() == 1 ? unit.agency() : designation(unit.agency(), unit.fingerprint()),
                        unit.fingerprint().equals(first)))
                .toList();
    }

    private static String designation(String agency, String fingerprint) {
        return agency + " office " + fingerprint.substring(0, DESIGNATION / 2) + " "
                + fingerprint.substring(DESIGNATION / 2, DESIGNATION);
    }
}
