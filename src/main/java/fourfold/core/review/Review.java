package fourfold.core.review;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.Instant;

/// One decision of one person about a plan or an event. It is written once and never changed; a plan's approval is bound
/// to the hash of the commitments that were reviewed, which stand beside it.
public final class Review extends Entity<Review> {

    /// How many characters the reviewed commitments may have, so that the entry stays within the 1 MB of a package's entry
    /// even where every character takes three bytes.
    public static final int LONGEST_CONTENT = 300_000;

    private static final Fields.Declaration<Review> IS = Fields.declare("review", "review", Review::new);

    /// The kind of the record decided about: "plan" or "disruption".
    public static final Field<Review, String> SUBJECT_KIND = IS.field("subjectKind", "About", Type.text(32));
    /// Its identity.
    public static final Field<Review, String> SUBJECT = IS.field("subject", "Record", Type.text(36));
    public static final Field<Review, Decision> DECISION = IS.field("decision", "Decision", Type.choice(Decision.class));
    public static final Field<Review, String> BY = IS.field("by", "By", Party.type());
    public static final Field<Review, Instant> AT = IS.field("at", "At", Type.moment());
    public static final Field<Review, String> REASON = IS.field("reason", "Reason", Type.longText(4000));
    /// SHA-256 of the canonical commitments that were reviewed, in hexadecimal; empty for an event.
    public static final Field<Review, String> HASH = IS.field("hash", "Commitments", Type.text(64));
    /// The canonical commitments themselves (RFC 8785), or the categories before and after for an event.
    public static final Field<Review, String> CONTENT =
            IS.field("content", "Content", Type.longText(Review.LONGEST_CONTENT));

    /// The declaration.
    public static final Fields<Review> FIELDS = IS.complete();

    private Review(Id<Review> id, Values<Review> values) {
        super(id, values);
    }

    @Override
    public Fields<Review> fields() {
        return FIELDS;
    }
}
