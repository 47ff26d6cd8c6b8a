package fourfold.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where a record came from, and who has written to it since.
///
/// @param agency the agency that wrote its first entry
/// @param device the copy of a vault in which that was
/// @param way how it came to be here
/// @param parcel the package that brought it; nothing where none did
/// @param writers every agency that has written to it, in the order in which they first did
/// @param hereSince whether it was changed in this vault after it had come
public record Provenance(
        String agency, String device, Way way, Optional<Parcel> parcel, List<String> writers, boolean hereSince) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// How a record comes into a vault.
    public enum Way {
        WRITTEN,
        LOADED,
        RECEIVED
    }

    /// A package that was imported.
    ///
    /// @param from the agency that sent it, which may have passed on what another had written
    /// @param on the day of the import
    public record Parcel(String from, long number, LocalDate on) {}

    /// The beginning of a record alone.
    ///
    /// @param agency the agency that wrote its first entry
    /// @param parcel the package that brought it; nothing where none did
    public record Origin(String agency, Way way, Optional<Parcel> parcel) {}

    public Provenance {
        writers = List.copyOf(writers);
    }

    /// As in "From Derbyshire, package 14, 3 June 2022; changed here since".
    public String words() {
        var parts = new ArrayList<String>();
        parts.add(switch (way) {
            case WRITTEN -> "Written here";
            case LOADED -> "Loaded here from an extract";
            case RECEIVED -> parcel.map(this::words).orElse("From another copy of a vault of " + agency);
        });
        if (hereSince) parts.add("changed here since");
        var others = writers.stream().filter(writer -> !writer.equals(agency)).toList();
        if (!others.isEmpty()) parts.add("written to by " + String.join(", ", others));
        return String.join("; ", parts);
    }

    private String words(Parcel one) {
        var through = one.from().equals(agency) ? "" : " through " + one.from();
        return "From " + agency + through + ", package " + one.number() + ", " + DAY.format(one.on());
    }
}
