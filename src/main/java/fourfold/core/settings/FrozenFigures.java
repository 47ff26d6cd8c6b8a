package fourfold.core.settings;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import fourfold.core.people.Party;
import java.time.Instant;

/// Figures as they were counted once, with all that says how. They are never counted again: a rule, a view or a record that is
/// changed later leaves them as they are.
public final class FrozenFigures extends Entity<FrozenFigures> {

    /// How long the content may be.
    public static final int LONGEST = 4_000_000;

    private static final Fields.Declaration<FrozenFigures> IS =
            Fields.declare("frozen", "set of frozen figures", FrozenFigures::new);

    /// What it is called: "Return for May 2022". No two have one name.
    public static final Field<FrozenFigures, String> NAME = IS.field("name", "Name", Type.text(200));
    public static final Field<FrozenFigures, Instant> FROZEN_AT = IS.field("frozenAt", "Frozen at", Type.moment());
    public static final Field<FrozenFigures, String> FROZEN_BY = IS.field("frozenBy", "Frozen by", Party.type());
    /// The question, the view and rules as they were, and every figure, in the form of RFC 8785.
    public static final Field<FrozenFigures, String> CONTENT = IS.field("content", "Content", Type.longText(LONGEST));
    /// SHA-256 of the content in hexadecimal.
    public static final Field<FrozenFigures, String> HASH = IS.field("hash", "SHA-256", Type.text(64));

    /// The declaration.
    public static final Fields<FrozenFigures> FIELDS = IS.complete();

    private FrozenFigures(Id<FrozenFigures> id, Values<FrozenFigures> values) {
        super(id, values);
    }

    /// The identity of the figures of that name.
    public static Id<FrozenFigures> idFor(String name) {
        return Id.named("frozen", name.strip());
    }

    @Override
    public Fields<FrozenFigures> fields() {
        return FIELDS;
    }
}
