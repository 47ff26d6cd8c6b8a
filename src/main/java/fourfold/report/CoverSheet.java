package fourfold.report;

import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The first page of a package, for a supervisor: what was sent, to whom and why, what was withheld, what the records
/// lack, who verified it, and how to check it. It names no content of a withheld record.
public final class CoverSheet {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(LONDON);
    private static final int MOST_REFERENCES = 60;

    private final Released released;
    private final Package parcel;

    /// Which package it lies in.
    ///
    /// @param sequence its number between sender and addressee
    /// @param fileName the name of its file
    /// @param signer who signs it: the label of the person
    /// @param fingerprint of the certificate that signs it
    public record Package(
            UUID id, long sequence, Instant created, String fileName, String signer, String fingerprint) {}

    private CoverSheet(Released released, Package parcel) {
        this.released = released;
        this.parcel = parcel;
    }

    /// The sheet as a PDF: tagged, in British English, with its text in it.
    public static byte[] pdf(Released released, Package parcel) {
        try {
            return new CoverSheet(released, parcel).write();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private byte[] write() throws IOException {
        var title = "Package " + parcel.sequence() + " from " + released.from() + " to "
                + released.to().agency();
        var pages = new PdfPages(title, released.marking(), parcel.created());
        pages.title(title);
        identity(pages);
        contents(pages);
        withheld(pages);
        handling(pages);
        gaps(pages);
        check(pages);
        return pages.finish();
    }

    private void identity(PdfPages pages) throws IOException {
        pages.line("Purpose", released.purpose());
        pages.line("Marking", released.marking().label());
        pages.line("Written", MOMENT.format(parcel.created()));
        pages.line(
                "Quality verified by",
                released.verified().by() + ", " + MOMENT.format(released.verified().at())
                        + " (Data Protection Act 2018, section 38)");
        pages.line("Signed by", parcel.signer());
        pages.line("Certificate", grouped(parcel.fingerprint()));
        pages.line("File", parcel.fileName());
        pages.line("Package id", parcel.id().toString());
    }

    private void contents(PdfPages pages) throws IOException {
        pages.heading("What is in it");
        for (var kind : released.records().entrySet())
            pages.line(capital(plural(kind.getKey(), 2)), String.format(Locale.UK, "%,d", kind.getValue()));
        pages.line("Changes", String.format(Locale.UK, "%,d", released.entries()));
        pages.paragraph("A record is counted when at least one change of it is in the package. The tables hold these"
                + " records and those that they belong to, as they stand now.");
    }

    private void withheld(PdfPages pages) throws IOException {
        pages.heading("What was withheld");
        var withheld = released.withheld();
        if (withheld.isEmpty()) {
            pages.paragraph("Nothing that was chosen was withheld.");
            return;
        }
        for (var each : withheld)
            pages.line(
                    String.format(Locale.UK, "%,d %s", each.records(), plural(each.kind(), each.records())),
                    each.why().label());
    }

    private void handling(PdfPages pages) throws IOException {
        var handling = released.handling();
        if (handling.isEmpty()) return;
        pages.heading("Handling instructions to keep to");
        for (var each : handling)
            pages.line(
                    each.reference().isEmpty() ? each.kind() : each.reference(),
                    each.instructions() + "\nFor this package: " + each.answer());
    }

    private void gaps(PdfPages pages) throws IOException {
        pages.heading("What the records are known to lack");
        if (released.gaps().isEmpty()) pages.paragraph("Nothing that is known of.");
        for (var gap : released.gaps()) {
            int count = gap.references().size();
            pages.line(
                    String.format(Locale.UK, "%,d %s", count, plural(gap.kind(), count)),
                    "without " + gap.lacks() + ": " + references(gap));
        }
    }

    private static String references(Gap gap) {
        List<String> all = gap.references();
        var shown = String.join(", ", all.subList(0, Math.min(all.size(), MOST_REFERENCES)));
        int more = all.size() - MOST_REFERENCES;
        return more <= 0 ? shown : String.format(Locale.UK, "%s and %,d more (see data/manifest.json)", shown, more);
    }

    private void check(PdfPages pages) throws IOException {
        pages.heading("How to check it");
        pages.paragraph("With public tools, in an empty folder that only you can read. Go on only if gpg says \"Good"
                + " signature\", names the person above, and ends without an error.");
        pages.command("gpg --output package.zip --decrypt " + parcel.fileName());
        pages.command("unzip package.zip");
        pages.command("gpg --verify tagmanifest-sha256.txt.asc tagmanifest-sha256.txt");
        pages.command("sha256sum --check --strict tagmanifest-sha256.txt");
        pages.command("sha256sum --check --strict manifest-sha256.txt");
        pages.paragraph("Not for release without disclosure advice.");
    }

    private static String grouped(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String plural(String kind, int count) {
        return count == 1 ? kind : kind + "s";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
