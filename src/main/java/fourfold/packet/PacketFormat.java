package fourfold.packet;

import fourfold.core.kernel.Marking;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names and limits of the package format, version 1.
public final class PacketFormat {

    /// What a manifest calls the format.
    public static final String NAME = "fourfold-package";
    /// The version that this program writes; it reads this one and refuses newer ones by name.
    public static final int VERSION = 1;

    /// The longest file, in bytes.
    public static final long LONGEST_FILE = 200L << 20;
    /// The longest content, in bytes, all files together.
    public static final long LONGEST_CONTENT = 500L << 20;
    /// How many times its compressed size a file may have. Files under [#SMALL] bytes are not measured.
    public static final long STEEPEST_RATIO = 100;
    /// What every file may inflate to, whatever its ratio, in bytes.
    public static final long SMALL = 1L << 20;
    /// How many names a package may hold.
    public static final int MOST_NAMES = 10_000;
    /// The longest attachment, in bytes.
    public static final long LONGEST_ATTACHMENT = 50L << 20;
    /// How many entries a package may hold.
    public static final int MOST_ENTRIES = 100_000;
    /// How many entries may stay behind as digests. They are bounded by themselves: a load of a whole region's rows is one
    /// act, and whoever sends one row of it sends the digests of all, which the signature needs.
    public static final int MOST_WITHHELD = 1_000_000;
    /// The longest line of the changes, in bytes.
    public static final int LONGEST_ENTRY = 1 << 20;
    /// The longest of the small files (manifests, signature, README, descriptors), in bytes.
    public static final int LONGEST_SMALL_FILE = 8 << 20;
    /// How long reading a package may take.
    public static final Duration LONGEST_READING = Duration.ofSeconds(60);

    static final String BAGIT = "bagit.txt";
    static final String BAG_INFO = "bag-info.txt";
    static final String MANIFEST_HASHES = "manifest-sha256.txt";
    static final String TAG_HASHES = "tagmanifest-sha256.txt";
    static final String SIGNATURE = "tagmanifest-sha256.txt.asc";
    static final String README = "README.txt";
    static final String MANIFEST = "data/manifest.json";
    static final String CHANGES = "data/changes/changes.ndjson";
    static final String DESCRIPTOR = "data/datapackage.json";
    static final String SUMMARY = "data/report/summary.pdf";
    static final String TABLES = "data/tables/";
    static final String ATTACHMENTS = "data/attachments/";

    /// The tables, in the order in which references point back.
    public static final List<String> TABLE_NAMES = List.of("threats", "plans", "actions", "disruptions", "meetings");

    /// The files of the bag's root that the tag manifest lists.
    static final List<String> TAG_FILES = List.of(BAG_INFO, BAGIT, MANIFEST_HASHES, README);

    /// The files that no package may lack.
    static final List<String> NEEDED = List.of(
            BAGIT, BAG_INFO, MANIFEST_HASHES, TAG_HASHES, SIGNATURE, README, MANIFEST, CHANGES, DESCRIPTOR, SUMMARY);

    private static final Pattern ATTACHMENT = Pattern.compile("data/attachments/[0-9a-f]{64}");

    private PacketFormat() {}

    /// Whether a package may hold a file of that name. There is no other way in: a name is compared, never resolved.
    static boolean mayHold(String name) {
        return NEEDED.contains(name)
                || ATTACHMENT.matcher(name).matches()
                || TABLE_NAMES.stream().anyMatch(table -> name.equals(TABLES + table + ".csv"));
    }

    /// The longest that the file of that name may be, in bytes.
    static long longest(String name) {
        if (name.equals(CHANGES) || name.startsWith(TABLES)) return LONGEST_CONTENT;
        return name.startsWith(ATTACHMENTS) ? LONGEST_ATTACHMENT : LONGEST_SMALL_FILE;
    }

    /// The file name of a package, such as `EMSOU-RPIU_to_DERBYSHIRE_000042_OFFICIAL-SENSITIVE.bag.zip.gpg`: capitals,
    /// digits and hyphens only, so that every file system and mail gateway takes it.
    ///
    /// @param from the agency that sends, with its unit after a space where it has one
    /// @param sequence the package's number between these two
    public static String fileName(String from, String to, long sequence, Marking marking) {
        return String.format(
                Locale.ROOT, "%s_to_%s_%06d_%s.bag.zip.gpg", safe(from), safe(to), sequence, marking.label());
    }

    /// The file name of the answer to a package: who answers, to whom, the package's number.
    public static String receiptName(String from, String to, long sequence) {
        return String.format(Locale.ROOT, "%s_to_%s_%06d_RECEIPT.gpg", safe(from), safe(to), sequence);
    }

    /// The file name of what a unit publishes: whose, what, and its number.
    public static String publicationName(String from, String kind, long number) {
        return String.format(Locale.ROOT, "%s_%s_%06d.gpg", safe(from), safe(kind), number);
    }

    private static String safe(String agency) {
        var plain = Normalizer.normalize(agency, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replace("&", " AND ")
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.isEmpty()) return "UNIT";
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }
}
