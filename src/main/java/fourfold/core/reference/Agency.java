package fourfold.core.reference;

import fourfold.core.kernel.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A police force or a regional unit, as records, extracts and packages name it.
///
/// @param name as extracts write it: the force's name such as "Derbyshire", or the regional unit's code such as "EMSOU"
/// @param region the region it belongs to
/// @param isRegional whether it is the region's own unit rather than a force
/// @param pfaCode the Police Force Area code of the Office for National Statistics; empty for regional units and the
///     British Transport Police, which have none
/// @param slug lower-case letters and hyphens, fit for a file name
/// @param prefix three capitals that begin the references made by this agency; no two agencies share one
/// @param aliases other names by which people and extracts call it
public record Agency(
        String name, Region region, boolean isRegional, String pfaCode, String slug, String prefix, List<String> aliases) {

    public Agency {
        aliases = List.copyOf(aliases);
        if (!prefix.matches("[A-Z]{3}")) throw new IllegalArgumentException("a prefix is three capitals: " + prefix);
        if (!slug.matches("[a-z]+(-[a-z]+)*"))
            throw new IllegalArgumentException("a slug is lower-case words with hyphens: " + slug);
        if (!pfaCode.matches("([EW]\\d{8})?")) throw new IllegalArgumentException("no police force area: " + pfaCode);
    }

    /// The code of its region's unit.
    public String regionCode() {
        return region.code();
    }

    /// The full name of its region's unit.
    public String regionName() {
        return region.name();
    }

    /// Whether its region's unit is a regional organised crime unit.
    public boolean isRocu() {
        return region.isRocu();
    }

    /// The name to show where there is room: a regional unit's full name, a force's name as it is.
    public String fullName() {
        return isRegional ? region.name() : name;
    }

    /// Everything it answers to.
    Stream<String> calledBy() {
        return Stream.concat(Stream.of(name, fullName(), slug, prefix), aliases.stream()).map(Agency::plain).distinct();
    }

    /// How names are compared: without case, "and" for "&", one space between words.
    static String plain(String name) {
        return Type.bare(name).replace('\u00A0', ' ').toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("[\\s_-]+", " ");
    }
}
