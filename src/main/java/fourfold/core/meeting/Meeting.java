package fourfold.core.meeting;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Type;
import fourfold.core.kernel.Values;
import java.time.LocalDate;
import java.util.SortedSet;

/// A governance meeting: what it was to decide about, who was asked and who came.
public final class Meeting extends Entity<Meeting> {

    private static final Fields.Declaration<Meeting> IS = Fields.declare("meeting", "meeting", Meeting::new);

    public static final Field<Meeting, String> REF = IS.field("ref", "Meeting ref", Type.text(64));
    public static final Field<Meeting, String> KIND = IS.field("kind", "Kind", Type.text(200));
    public static final Field<Meeting, LocalDate> DATE = IS.field("date", "Date", Type.date());
    public static final Field<Meeting, MeetingStatus> STATUS =
            IS.field("status", "Status", Type.choice(MeetingStatus.class));
    public static final Field<Meeting, String> CANCELLATION_REASON =
            IS.field("cancellationReason", "Cancellation reason", Type.longText(4000));
    /// The references of the threats on the agenda.
    public static final Field<Meeting, SortedSet<String>> THREATS =
            IS.field("threats", "Threat refs", Type.texts(64));
    public static final Field<Meeting, SortedSet<String>> INVITED = IS.field("invited", "Invited", Type.texts(200));
    public static final Field<Meeting, SortedSet<String>> ATTENDED = IS.field("attended", "Attended", Type.texts(200));
    public static final Field<Meeting, Marking> MARKING = IS.field("marking", "Marking", Type.choice(Marking.class));

    /// The declaration.
    public static final Fields<Meeting> FIELDS = IS.complete();

    private Meeting(Id<Meeting> id, Values<Meeting> values) {
        super(id, values);
    }

    @Override
    public Fields<Meeting> fields() {
        return FIELDS;
    }
}
