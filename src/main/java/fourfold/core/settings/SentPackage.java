package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.Instant;

/// A package that was written here: what the unit has been sent, so that what it has not seen is known at any time.
public final class SentPackage extends Entity<SentPackage> {

    private static final Fields.Declaration<SentPackage> IS =
            Fields.declare("package", "package", SentPackage::new);

    /// The running number of packages from here to that unit, from 1.
    public static final Field<SentPackage, Long> NUMBER = IS.field("number", "Number", Type.whole());
    /// The agency that it is for.
    public static final Field<SentPackage, String> ADDRESSEE = IS.field("addressee", "For", Type.text(100));
    public static final Field<SentPackage, String> PURPOSE = IS.field("purpose", "Purpose", Type.longText(4000));
    public static final Field<SentPackage, Instant> WRITTEN_AT = IS.field("writtenAt", "Written at", Type.moment());
    /// Who verified its quality (Data Protection Act 2018, section 38(5)(a)).
    public static final Field<SentPackage, String> VERIFIED_BY = IS.field("verifiedBy", "Verified by", Party.type());
    public static final Field<SentPackage, String> FILE = IS.field("file", "File", Type.text(300));
    /// SHA-256 of the file in hexadecimal.
    public static final Field<SentPackage, String> HASH = IS.field("hash", "SHA-256", Type.text(64));
    /// The inner identity of the package.
    public static final Field<SentPackage, String> PACKAGE_ID = IS.field("packageId", "Package", Type.text(36));
    /// The entries that it carries, as ranges by replica: "0123456789abcdef:1-500,507".
    public static final Field<SentPackage, String> ENTRIES = IS.field("entries", "Entries", Type.longText(1_000_000));
    /// Where the journal ended when it was written, which its manifest says.
    public static final Field<SentPackage, Long> POSITION = IS.field("position", "Journal position", Type.whole());
    public static final Field<SentPackage, Long> INCLUDED = IS.field("included", "Entries included", Type.whole());
    public static final Field<SentPackage, Long> WITHHELD = IS.field("withheld", "Entries withheld", Type.whole());
    public static final Field<SentPackage, Marking> MARKING =
            IS.field("marking", "Marking", Type.choice(Marking.class));
    /// When the addressee answered; nothing before.
    public static final Field<SentPackage, Instant> ANSWERED_AT = IS.field("answeredAt", "Answered at", Type.moment());
    /// Who signed the answer.
    public static final Field<SentPackage, String> ANSWERED_BY = IS.field("answeredBy", "Answered by", Party.type());
    /// How many of its entries wait there for others.
    public static final Field<SentPackage, Long> HELD = IS.field("held", "Entries held there", Type.whole());
    /// How many of its entries were left out there.
    public static final Field<SentPackage, Long> REFUSED = IS.field("refused", "Entries refused there", Type.whole());
    /// Why, a line each.
    public static final Field<SentPackage, String> REFUSED_WHY =
            IS.field("refusedWhy", "Why they were refused", Type.longText(65_536));

    /// The identities of records that it said would not be released any longer, parted by spaces.
    public static final Field<SentPackage, String> WITHDRAWN =
            IS.field("withdrawn", "Records withdrawn", Type.longText(1_000_000));

    /// The fingerprint of the certificate of the unit that it is for, which tells the offices of an agency apart; empty in
    /// what was kept before they were.
    public static final Field<SentPackage, String> UNIT = IS.field("unit", "For unit", Type.text(40));

    /// The declaration.
    public static final Fields<SentPackage> FIELDS = IS.complete();

    private SentPackage(Id<SentPackage> id, Values<SentPackage> values) {
        super(id, values);
    }

    @Override
    public Fields<SentPackage> fields() {
        return FIELDS;
    }
}
