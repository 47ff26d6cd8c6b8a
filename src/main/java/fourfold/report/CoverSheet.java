package fourfold.report;

import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Released;
import fourfold.report.page.Paper;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
    /// @param takesBack what it takes back of earlier packages, a sentence each
    public record Package(
            UUID id,
            long sequence,
            Instant created,
            String fileName,
            String signer,
            String fingerprint,
            List<String> takesBack) {

        public Package {
            takesBack = List.copyOf(takesBack);
        }
    }

    private CoverSheet(Released released, Package parcel) {
        this.released = released;
        this.parcel = parcel;
    }

    /// The sheet as a PDF: tagged, in British English, with its text in it.
    public static byte[] pdf(Released released, Package parcel) {
        return new CoverSheet(released, parcel).write();
    }

    private byte[] write() {
        var title = "Package " + parcel.sequence() + " from " + released.from() + " to "
                + released.to().agency();
        var paper = new Paper(title, released.marking(), parcel.created());
        paper.title(title, "");
        identity(paper);
        takesBack(paper);
        contents(paper);
        withheld(paper);
        handling(paper);
        gaps(paper);
        check(paper);
        return paper.pdf();
    }

    private void identity(Paper paper) {
        var facts = new ArrayList<Paper.Fact>();
        facts.add(new Paper.Fact("Purpose", released.purpose()));
        facts.add(new Paper.Fact("Marking", released.marking().label()));
        facts.add(new Paper.Fact("Written", MOMENT.format(parcel.created())));
        facts.add(new Paper.Fact(
                "Quality verified by",
                released.verified().by() + ", " + MOMENT.format(released.verified().at())
                        + " (Data Protection Act 2018, section 38)"));
        facts.add(new Paper.Fact("Signed by", parcel.signer()));
        facts.add(new Paper.Fact("Certificate", grouped(parcel.fingerprint())));
        facts.add(new Paper.Fact("File", parcel.fileName()));
        facts.add(new Paper.Fact("Package id", parcel.id().toString()));
        paper.facts(facts);
    }

    /// Before all else: whoever acts on what they were told has to know first that it no longer holds.
    private void takesBack(Paper paper) {
        var all = parcel.takesBack();
        if (all.isEmpty()) return;
        paper.heading("What no longer holds of earlier packages");
        all.stream().limit(MOST_REFERENCES).forEach(paper::text);
        if (all.size() > MOST_REFERENCES)
            paper.text(String.format(Locale.UK, "And %,d more; data/manifest.json names them.", all.size() - MOST_REFERENCES));
    }

    private void contents(Paper paper) {
        var facts = new ArrayList<Paper.Fact>();
        paper.heading("What is in it");
        for (var kind : released.records().entrySet())
            facts.add(new Paper.Fact(capital(plural(kind.getKey(), 2)), String.format(Locale.UK, "%,d", kind.getValue())));
        facts.add(new Paper.Fact("Changes", String.format(Locale.UK, "%,d", released.entries())));
        paper.facts(facts);
        if (released.entries() == 0) return;
        paper.text("A record is counted when at least one change of it is in the package. The tables hold these"
                + " records and those that they belong to, as they stand now.");
    }

    private void withheld(Paper paper) {
        var facts = new ArrayList<Paper.Fact>();
        paper.heading("What was withheld");
        var withheld = released.withheld();
        if (withheld.isEmpty()) {
            paper.text("Nothing that was chosen was withheld.");
            return;
        }
        for (var each : withheld)
            facts.add(new Paper.Fact(
                    String.format(Locale.UK, "%,d %s", each.records(), plural(each.kind(), each.records())),
                    each.why().label()));
        paper.facts(facts);
    }

    private void handling(Paper paper) {
        var facts = new ArrayList<Paper.Fact>();
        var handling = released.handling();
        if (handling.isEmpty()) return;
        paper.heading("Handling instructions to keep to");
        for (var each : handling)
            facts.add(new Paper.Fact(
                    each.reference().isEmpty() ? each.kind() : each.reference(),
                    each.instructions() + "\nFor this package: " + each.answer()));
        paper.facts(facts);
    }

    private void gaps(Paper paper) {
        var facts = new ArrayList<Paper.Fact>();
        paper.heading("What the records are known to lack");
        if (released.gaps().isEmpty()) paper.text("Nothing that is known of.");
        for (var gap : released.gaps()) {
            int count = gap.references().size();
            facts.add(new Paper.Fact(
                    String.format(Locale.UK, "%,d %s", count, plural(gap.kind(), count)),
                    "without " + gap.lacks() + ": " + references(gap)));
        }
        paper.facts(facts);
    }

    private static String references(Gap gap) {
        List<String> all = gap.references();
        var shown = String.join(", ", all.subList(0, Math.min(all.size(), MOST_REFERENCES)));
        int more = all.size() - MOST_REFERENCES;
        return more <= 0 ? shown : String.format(Locale.UK, "%s and %,d more (see data/manifest.json)", shown, more);
    }

    private void check(Paper paper) {
        paper.heading("How to check it");
        paper.text("With public tools, in an empty folder that only you can read. Go on only if gpg says \"Good"
                + " signature\", names the person above, and ends without an error.");
        paper.command("gpg --output package.zip --decrypt " + parcel.fileName());
        paper.command("unzip package.zip");
        paper.command("gpg --verify tagmanifest-sha256.txt.asc tagmanifest-sha256.txt");
        paper.command("sha256sum --check --strict tagmanifest-sha256.txt");
        paper.command("sha256sum --check --strict manifest-sha256.txt");
        paper.text("Not for release without disclosure advice.");
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
