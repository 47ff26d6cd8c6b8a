package fourfold.core.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the record of a meeting needs.
class MeetingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 21);

    /// @param fields as in "kind=GAIN regional meeting, status=Held"
    private static Meeting meeting(String fields) {
        var written = Arrays.stream(fields.split(", "))
                .map(one -> one.split("="))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        return Editing.of(Meeting.FIELDS, written, Set.of()).orThrow().into(Meeting.FIELDS.blank(Id.named("meeting", "M")));
    }

    private static List<String> flaws(Outcome<Meeting> outcome) {
        return switch (outcome) {
            case Outcome.Done<Meeting> done -> List.of();
            case Outcome.Refused<Meeting>(Problem.Invalid(var flaws)) ->
                flaws.stream().map(flaw -> flaw.field()).toList();
            case Outcome.Refused<Meeting>(var other) -> throw new AssertionError(other.sentence());
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind=GAIN, date=2022-06-20, status=Held                                                     | ''",
        "kind=GAIN, date=2022-06-21, status=Held, attended=Kent;EMSOU                                | ''",
        "kind=GAIN, date=2022-06-22, status=Held                                                     | date",
        "kind=GAIN, date=2022-06-22, status=Inquorate                                                | date",
        "kind=GAIN, date=2022-06-20, status=Inquorate, attended=EMSOU                                | ''",
        "kind=GAIN, date=2022-06-20, status=Cancelled                                                | cancellationReason",
        "kind=GAIN, date=2022-06-20, status=Postponed                                                | cancellationReason",
        "kind=GAIN, date=2022-06-30, status=Cancelled, cancellationReason=Nobody could come          | ''",
        "kind=GAIN, date=2022-06-20, status=Cancelled, cancellationReason=Snow, attended=EMSOU       | attended",
        "kind=GAIN, date=2022-06-20, status=Cancelled, cancellationReason=Snow, invited=EMSOU        | ''",
        "kind=GAIN                                                                                   | date;status",
        "date=2022-06-20, status=Held                                                                | kind",
        "invited=EMSOU                                                                               | kind;date;status",
    })
    void a_new_record_is_refused_for_what_it_lacks(String fields, String refused) {
        assertEquals(refused, String.join(";", flaws(MeetingRules.create(meeting(fields.strip()), TODAY))));
    }

    @Test
    void a_correction_is_not_held_up_by_what_an_extract_left_out() {
        var loaded = meeting("kind=GAIN, date=2022-06-20, status=Cancelled");
        var asked = Editing.of(Meeting.FIELDS, Map.of("invited", "EMSOU"), Set.of()).orThrow().into(loaded);
        assertTrue(MeetingRules.change(loaded, asked, TODAY).isDone());
        var emptied = Editing.of(Meeting.FIELDS, Map.of("kind", ""), Set.of()).orThrow().into(loaded);
        assertEquals(List.of("kind"), flaws(MeetingRules.change(loaded, emptied, TODAY)));
        var held = Editing.of(Meeting.FIELDS, Map.of("status", "Held", "date", "2023-01-01"), Set.of()).orThrow().into(loaded);
        assertEquals(List.of("date"), flaws(MeetingRules.change(loaded, held, TODAY)));
    }
}
