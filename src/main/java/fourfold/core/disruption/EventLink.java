package fourfold.core.disruption;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import java.util.SortedSet;

/// What was decided about two events that may be one: the same, and which of them leads; or not the same. The events stay
/// as their agencies recorded them.
///
/// There is one such record for two events, whoever asks and in which order: its identity follows from theirs. So two desks
/// that decide differently contradict each other in one field, and a person settles it.
public final class EventLink extends Entity<EventLink> {

    private static final Fields.Declaration<EventLink> IS = Fields.declare("link", "link of events", EventLink::new);

    /// The references of both, the first one first.
    public static final Field<EventLink, String> REF = IS.field("ref", "Link", Type.text(200));
    public static final Field<EventLink, Id<Disruption>> FIRST =
            IS.field("first", "First event", Type.<Disruption>reference());
    public static final Field<EventLink, Id<Disruption>> SECOND =
            IS.field("second", "Second event", Type.<Disruption>reference());
    public static final Field<EventLink, LinkDecision> DECISION =
            IS.field("decision", "Decision", Type.choice(LinkDecision.class), Merge.GOVERNED);
    /// What the two events said when somebody decided, as prints of [Sighting#print]: the question is asked again once they
    /// say something else.
    public static final Field<EventLink, SortedSet<String>> CONSIDERED =
            IS.field("considered", "Considered", Type.texts(32));
    /// The agency that decides in the end: the regional unit of whoever decided first.
    public static final Field<EventLink, String> DECIDES = IS.field("decides", "Decided by", Type.text(100));
    public static final Field<EventLink, Marking> MARKING =
            IS.field("marking", "Marking", Type.choice(Marking.class), Merge.GOVERNED);

    /// The declaration.
    public static final Fields<EventLink> FIELDS = IS.complete();

    private EventLink(Id<EventLink> id, Values<EventLink> values) {
        super(id, values);
    }

    /// The identity of the link of these two, in whichever order they are named.
    public static Id<EventLink> idFor(Id<Disruption> one, Id<Disruption> other) {
        return isInOrder(one, other)
                ? Id.named(FIELDS.kind(), one + " " + other)
                : Id.named(FIELDS.kind(), other + " " + one);
    }

    /// Whether the one is the first of the two: by the text of their identities, so that every vault says the same.
    public static boolean isInOrder(Id<Disruption> one, Id<Disruption> other) {
        return one.toString().compareTo(other.toString()) < 0;
    }

    /// A link of these two, of which nothing has been decided.
    public static EventLink between(Disruption one, Disruption other, String decides) {
        if (!isInOrder(one.id(), other.id())) return between(other, one, decides);
        return FIELDS.blank(idFor(one.id(), other.id()))
                .with(REF, one.get(Disruption.REF) + " and " + other.get(Disruption.REF))
                .with(FIRST, one.id())
                .with(SECOND, other.id())
                .with(DECIDES, decides)
                .with(MARKING, marking(one).atLeast(marking(other)));
    }

    private static Marking marking(Disruption event) {
        return event.find(Disruption.MARKING).orElse(Marking.OFFICIAL_SENSITIVE);
    }

    @Override
    public Fields<EventLink> fields() {
        return FIELDS;
    }

    /// Whether it stands that the two are one event.
    public boolean isSame() {
        return find(DECISION).filter(LinkDecision::isSame).isPresent();
    }
}
