package fourfold.ui.meeting;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.meeting.Meeting;
import fourfold.core.meeting.MeetingStatus;
import fourfold.core.sync.Kept;
import fourfold.desk.MeetingDesk;
import fourfold.desk.MeetingStart;
import fourfold.desk.ThreatName;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.ChangeSheet;
import fourfold.ui.parts.ChangeViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Proposing;
import fourfold.ui.parts.RecordInputs;
import fourfold.ui.place.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Opens the sheets in which a meeting is recorded, and its record corrected.
final class MeetingSheets {

    private static final List<Field<Meeting, ?>> FIELDS = List.of(
            Meeting.KIND,
            Meeting.DATE,
            Meeting.STATUS,
            Meeting.CANCELLATION_REASON,
            Meeting.THREATS,
            Meeting.INVITED,
            Meeting.ATTENDED,
            Meeting.MARKING);

    private MeetingSheets() {}

    static void record(Desktop desktop) {
        open(desktop, "Record a meeting", null, new ChangeViewModel.Purpose<>(
                "meeting/new",
                "Record meeting",
                MeetingDesk.CLOSED_FIELDS,
                wish -> desktop.office().meetings().record(wish.values()),
                Outcome::done,
                made -> {
                    desktop.tools().status().say("Recorded " + made.record().get(Meeting.REF) + ".");
                    desktop.go().go(new Place.MeetingFile(made.record().id().value()));
                }));
    }

    static void correct(Desktop desktop, Kept<Meeting> kept) {
        var ref = kept.record().get(Meeting.REF);
        open(desktop, "Correct " + ref, kept, new ChangeViewModel.Purpose<>(
                "meeting/" + kept.record().id() + "/edit",
                "Save changes",
                MeetingDesk.CLOSED_FIELDS,
                wish -> desktop.office().meetings().correct(new MeetingDesk.Correct(wish.seen(), wish.values(), wish.reason())),
                before -> desktop.office().meetings().open(before.record().get(Meeting.REF)),
                now -> Proposing.say(desktop, now, "Saved " + ref + ".")));
    }

    private static void open(
            Desktop desktop, String title, @Nullable Kept<Meeting> kept, ChangeViewModel.Purpose<Meeting> purpose) {
        desktop.sheets().open(purpose.place(), () -> {
            var inputs = new RecordInputs<>(
                    Meeting.FIELDS, desktop.office().reference(), desktop.office().session()::today, FIELDS);
            inputs.text(Meeting.KIND).required();
            inputs.day(Meeting.DATE).required();
            inputs.choice(Meeting.STATUS).required();
            return sheet(desktop, title, new ChangeViewModel<>(desktop, purpose, inputs, kept), kept != null);
        });
    }

    private static SideSheet sheet(Desktop desktop, String title, ChangeViewModel<Meeting> model, boolean again) {
        var in = model.inputs();
        var words = new Words();
        desktop.tools().work().ask(
                Asker.reading("Reading the threats"),
                desktop.office().meetings(),
                MeetingDesk::begin,
                new Answer<>(words::take, problem -> desktop.tools().status().say(problem.sentence()), desktop.tools().faults()::note));
        var reason = in.row(Meeting.CANCELLATION_REASON);
        Nodes.showWhen(reason, in.choice(Meeting.STATUS).value().map(status -> status != MeetingStatus.HELD));
        var form = Form.of(
                in.row(Meeting.KIND, words.kinds),
                Form.beside(in.row(Meeting.DATE), in.row(Meeting.STATUS)),
                reason,
                Form.several(in.texts(Meeting.THREATS), words.threats, words::threat),
                Form.group("Who was asked, and who came"),
                in.row(Meeting.INVITED, words.bodies),
                in.row(Meeting.ATTENDED, words.bodies),
                in.row(Meeting.MARKING));
        if (again) form.getChildren().addAll(Form.group("Why"), Form.area(model.reason, 2));
        return ChangeSheet.of(title, model, form);
    }

    /// What the form suggests, as soon as it has been read.
    private static final class Words {
        final ObservableList<String> kinds = FXCollections.observableArrayList();
        final ObservableList<String> bodies = FXCollections.observableArrayList();
        final ObservableList<String> threats = FXCollections.observableArrayList();
        private final Map<String, String> names = new HashMap<>();

        void take(MeetingStart start) {
            for (var threat : start.threats()) names.put(threat.ref(), threat.words());
            kinds.setAll(start.kinds());
            bodies.setAll(start.bodies());
            threats.setAll(start.threats().stream().map(ThreatName::ref).toList());
        }

        /// As in "DER-0014 Op Saffron"; a threat that is closed, or not here, by its reference alone.
        String threat(String ref) {
            return names.getOrDefault(ref, ref);
        }
    }
}
