package fourfold.packet;

import java.util.Locale;

/// Everything that can be wrong with a package, each with the gate that finds it and the one sentence that says so.
public enum PacketFlaw {
    MISSING(Gate.SIZE, "The file %s is not there."),
    EMPTY(Gate.SIZE, "The file %s is empty."),
    FILE_TOO_LONG(Gate.SIZE, "The file %s is larger than 200 MB, the limit for a package."),
    UNREADABLE(Gate.SIZE, "The file %s cannot be read."),
    NO_ROOM(Gate.SIZE, "The package could not be checked, because the folder that takes it meanwhile cannot be written."),

    NOT_OPENPGP(Gate.ENVELOPE, "The file %s is not a package: it is no encrypted OpenPGP message."),
    CUT(Gate.ENVELOPE, "The file %s ends too early: it was copied or sent only in part."),
    TRAILING(Gate.ENVELOPE, "The file %s goes on after the end of the package."),
    TOO_SLOW(Gate.ENVELOPE, "Reading the package takes longer than 60 seconds, so it was given up."),
    INFLATES(Gate.ENVELOPE, "%s"),
    DAMAGED(Gate.ENVELOPE, "%s"),
    NOT_ACCEPTED(Gate.ENVELOPE, "%s"),

    OTHER_MESSAGE(Gate.NAMES, "The file is no package: a receipt is opened by the outbox, and what a unit publishes in the settings."),
    NOT_ZIP(Gate.NAMES, "The package does not hold a whole ZIP archive as it should."),
    ZIP_TRICKS(Gate.NAMES, "The archive in the package says different things about itself in different places."),
    JUNK(Gate.NAMES, "The archive in the package is followed or preceded by something else."),
    TOO_MANY_NAMES(Gate.NAMES, "The package holds more than 10,000 files."),
    DUPLICATE_NAME(Gate.NAMES, "The package holds the file %s twice."),
    EXTRA_NAME(Gate.NAMES, "The package holds a file that does not belong in one: %s."),
    UNSAFE_NAME(Gate.NAMES, "The package holds a file whose name would leave its folder: %s."),
    MISSING_NAME(Gate.NAMES, "The package lacks the file %s."),

    MANIFEST_TOO_LONG(Gate.MANIFEST, "The manifest of the package is longer than 8 MB."),
    MANIFEST_UNREADABLE(Gate.MANIFEST, "The manifest of the package cannot be read: %s."),
    NOT_OURS(Gate.MANIFEST, "The manifest says that this is something other than a Fourfold package."),
    NEWER(Gate.MANIFEST, "The package is of format version %s, newer than this program reads; it needs an update."),
    MARKED_ABOVE(Gate.MANIFEST, "The package is marked above OFFICIAL-SENSITIVE or not at all, so it may not be opened here."),
    MANIFEST_INCOMPLETE(Gate.MANIFEST, "The manifest of the package lacks something, or has something in the wrong form."),

    OTHER_ADDRESSEE(Gate.ADDRESS, "The package is from %s to %s, not for %s."),
    OTHER_OFFICE(Gate.ADDRESS, "The package is for another office of %s than this one."),
    OTHER_SIGNER(Gate.ADDRESS, "The manifest names another signer than the one who signed the package."),
    OTHER_AGENCY(Gate.ADDRESS, "The package says it comes from %s, but it was signed for %s."),

    TOO_LONG(Gate.LIMITS, "The file %s in the package is longer than it may be."),
    CONTENT_TOO_LONG(Gate.LIMITS, "The package inflates to more than 500 MB."),
    BOMB(Gate.LIMITS, "The file %s in the package inflates to more than it says, or to more than 100 times its size."),
    ZIP_DAMAGED(Gate.LIMITS, "The file %s in the package cannot be unpacked."),

    NOT_A_BAG(Gate.HASHES, "The file bagit.txt in the package is not that of a BagIt 1.0 folder."),
    BAG_INFO(Gate.HASHES, "The file bag-info.txt does not agree with the manifest of the package about %s."),
    HASH_LIST(Gate.HASHES, "The list of hashes %s in the package is not in its proper form."),
    NOT_LISTED(Gate.HASHES, "The file %s in the package is in no list of hashes."),
    LISTED_BUT_ABSENT(Gate.HASHES, "The list of hashes names the file %s, which the package lacks."),
    WRONG_HASH(Gate.HASHES, "The file %s in the package is not the one whose hash is listed."),
    WRONG_SIZE(Gate.HASHES, "The file %s in the package has another size than the manifest says."),
    ATTACHMENT_NAME(Gate.HASHES, "An attachment in the package is not the one that its name says."),
    BAD_INNER_SIGNATURE(Gate.HASHES, "The signature inside the package, over its list of hashes, is not valid."),
    OTHER_INNER_SIGNER(Gate.HASHES, "The signature inside the package is by somebody other than the one who sent it."),

    ENTRY_TOO_LONG(Gate.ACTS, "Line %s of the changes is longer than 1 MB."),
    TOO_MANY_ENTRIES(Gate.ACTS, "The package holds more than 100,000 changes."),
    TOO_MANY_WITHHELD(Gate.ACTS, "The package holds the fingerprints of more than 1,000,000 changes that stay behind."),
    ENTRY_UNREADABLE(Gate.ACTS, "Line %s of the changes cannot be read."),
    ENTRY_NOT_CANONICAL(Gate.ACTS, "Line %s of the changes is not in the one form that can be verified."),
    ENTRY_MARKED_ABOVE(Gate.ACTS, "Line %s of the changes is marked above OFFICIAL-SENSITIVE."),
    ENTRY_TWICE(Gate.ACTS, "Line %s of the changes has the number of another one."),
    ACT_AUTHOR(Gate.ACTS, "Line %s of the changes is by somebody other than the author of its act."),
    ACT_COUNT(Gate.ACTS, "The act that ends on line %s of the changes has more or fewer changes than it says."),
    ACT_UNFINISHED(Gate.ACTS, "The last act of the package has no end."),
    ACT_AUTHOR_UNKNOWN(
            Gate.ACTS,
            "The package holds changes by %s of %s, whose certificate is not trusted here: trust the certificates of their unit,"
                    + " then look at the package again."),
    ACT_SIGNATURE(Gate.ACTS, "The changes that end on line %s were not signed by their author in this form."),
    COUNTS(Gate.ACTS, "The package holds more or fewer %s than its manifest says."),

    OTHER_SEAL(
            Gate.SEAL,
            "The keys in front of the package are not those that it was sealed with: it was changed or encrypted again on the way.");

    private final Gate gate;
    private final String sentence;

    PacketFlaw(Gate gate, String sentence) {
        this.gate = gate;
        this.sentence = sentence;
    }

    /// The gate that finds it.
    public Gate gate() {
        return gate;
    }

    /// The refusal.
    ///
    /// @param details what the sentence names; cleaned here, since it may come from the package
    Refusal with(Object... details) {
        var cleaned = new Object[details.length];
        boolean whole = sentence.equals("%s");
        for (int i = 0; i < details.length; i++) {
            var detail = String.valueOf(details[i]);
            cleaned[i] = whole ? DisplayText.sentence(detail) : DisplayText.clean(detail);
        }
        return new Refusal(this, String.format(Locale.ROOT, sentence, cleaned));
    }

    /// A package is refused. It never leaves this package: [PacketReader] turns it into a verdict.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final PacketFlaw flaw;
        private final String sentence;

        private Refusal(PacketFlaw flaw, String sentence) {
            super(sentence);
            this.flaw = flaw;
            this.sentence = sentence;
        }

        PackageVerdict.Refused verdict() {
            return new PackageVerdict.Refused(flaw, sentence);
        }
    }
}
