package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.Instant;
import java.util.Optional;

/// A package that was imported here: so that the same one changes nothing a second time, a gap in the numbers shows, and a
/// sender whose history was cut is found out.
public final class ReceivedPackage extends Entity<ReceivedPackage> {

    private static final Fields.Declaration<ReceivedPackage> IS =
            Fields.declare("received", "imported package", ReceivedPackage::new);

    /// The inner identity of the package.
    public static final Field<ReceivedPackage, String> PACKAGE_ID = IS.field("packageId", "Package", Type.text(36));
    /// The agency that sent it.
    public static final Field<ReceivedPackage, String> SENDER = IS.field("sender", "From", Type.text(100));
    /// The copy of the sender's vault that wrote it.
    public static final Field<ReceivedPackage, String> DEVICE = IS.field("device", "Device", Type.text(16));
    /// The running number of packages from that device to us, from 1.
    public static final Field<ReceivedPackage, Long> NUMBER = IS.field("number", "Number", Type.whole());
    public static final Field<ReceivedPackage, String> PURPOSE = IS.field("purpose", "Purpose", Type.longText(4000));
    /// SHA-256 of the file in hexadecimal.
    public static final Field<ReceivedPackage, String> HASH = IS.field("hash", "SHA-256", Type.text(64));
    /// Where the sender's journal ended then.
    public static final Field<ReceivedPackage, Long> POSITION = IS.field("position", "Journal position", Type.whole());
    /// The chain value there, in hexadecimal.
    public static final Field<ReceivedPackage, String> CHAIN = IS.field("chain", "Journal hash", Type.text(64));
    /// The entries that it carried and that are here, as ranges by replica.
    public static final Field<ReceivedPackage, String> ENTRIES = IS.field("entries", "Entries", Type.longText(1_000_000));
    /// How many of its entries were refused.
    public static final Field<ReceivedPackage, Long> REFUSED = IS.field("refused", "Entries refused", Type.whole());
    public static final Field<ReceivedPackage, Instant> IMPORTED_AT = IS.field("importedAt", "Imported at", Type.moment());
    public static final Field<ReceivedPackage, String> IMPORTED_BY = IS.field("importedBy", "Imported by", Party.type());

    /// The journal positions of what was taken in with it, as a range: "812-1044"; nothing where all was here before.
    public static final Field<ReceivedPackage, String> TAKEN = IS.field("taken", "Taken in at", Type.text(64));
    /// The journal positions of what was taken in with it and taken back, as ranges. Nothing of it is part of the records.
    public static final Field<ReceivedPackage, String> TAKEN_BACK =
            IS.field("takenBack", "Taken back", Type.longText(65_536));
    /// When the import was undone; nothing while it stands.
    public static final Field<ReceivedPackage, Instant> UNDONE_AT = IS.field("undoneAt", "Undone at", Type.moment());
    public static final Field<ReceivedPackage, String> UNDONE_BY = IS.field("undoneBy", "Undone by", Party.type());

    /// The fingerprint of the certificate of the unit that sent it, which tells the offices of an agency apart; empty in what
    /// was kept before they were.
    public static final Field<ReceivedPackage, String> UNIT = IS.field("unit", "From unit", Type.text(40));

    /// The declaration.
    public static final Fields<ReceivedPackage> FIELDS = IS.complete();

    private ReceivedPackage(Id<ReceivedPackage> id, Values<ReceivedPackage> values) {
        super(id, values);
    }

    /// Whether the import was undone, so that nothing of the package is here.
    public boolean isUndone() {
        return !lacks(UNDONE_AT);
    }

    /// The journal positions of what was taken in with it; nothing where all was here before.
    public Optional<Positions> taken() {
        return Optional.of(get(TAKEN)).filter(text -> !text.isBlank()).map(Positions::of);
    }

    @Override
    public Fields<ReceivedPackage> fields() {
        return FIELDS;
    }
}
