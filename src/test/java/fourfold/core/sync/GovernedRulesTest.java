package fourfold.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.core.sync.GovernedRules.Way;
import fourfold.core.threat.Threat;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who decides about a record, and what that makes of a change, as tables of cases.
final class GovernedRulesTest {

    @ParameterizedTest(name = "named {0}, written by {1}: {2} owns it, {3} governs is {4}")
    @CsvSource(nullValues = "-", value = {
        // a vault that loads an extract and works alone keeps what it loaded
        "Derbyshire, EMSOU, EMSOU, EMSOU, true",
        "Derbyshire, EMSOU, EMSOU, Leicestershire, false",
        // the named agency takes over by its first change
        "Derbyshire, EMSOU, EMSOU, Derbyshire, true",
        "Derbyshire, EMSOU Derbyshire, Derbyshire, Derbyshire, true",
        "Derbyshire, EMSOU Derbyshire, Derbyshire, EMSOU, false",
        // somebody else who writes about it takes nothing over
        "Derbyshire, EMSOU Leicestershire, EMSOU, Leicestershire, false",
        "Derbyshire, EMSOU Leicestershire, EMSOU, EMSOU, true",
        // its own
        "EMSOU, EMSOU, EMSOU, EMSOU, true",
        "EMSOU, EMSOU Derbyshire, EMSOU, Derbyshire, false",
        // an event, or a threat that names nobody, is its first writer's
        "'', Derbyshire EMSOU, Derbyshire, Derbyshire, true",
        "'', Derbyshire EMSOU, Derbyshire, EMSOU, false",
        // nobody has written yet
        "Derbyshire, '', Derbyshire, Derbyshire, true",
        "'', '', '', EMSOU, false",
        "'', '', '', '', false",
    })
    void the_owner_is_who_is_named_once_they_have_written_and_until_then_who_brought_it(
            String named, String writers, String owner, String agency, boolean governs) {
        var ownership = new Ownership(named, writers.isEmpty() ? List.of() : Arrays.asList(writers.split(" ")));
        assertEquals(owner, ownership.owner());
        assertEquals(governs, ownership.governs(agency));
    }

    @ParameterizedTest(name = "{0} of {1}, new: {2}")
    @CsvSource({
        "EDIT, tier, false, true",
        "EDIT, tier name, false, true",
        "EDIT, name, false, false",
        "EDIT, ofANewerVersion, false, false",
        "EDIT, tier, true, false",
        "CREATE, tier, true, false",
        "APPOINT, lro, false, true",
        "LOAD, tier, false, false",
        "SETTLE, tier, false, false",
        "PROPOSE, tier, false, false",
        "ACCEPT, tier, false, false",
        "DECLINE, tier, false, false",
    })
    void others_have_a_say_where_a_governed_field_of_a_record_that_was_there_is_changed(
            Operation operation, String fields, boolean created, boolean say) {
        var seen = created ? Versions.NONE : Versions.NONE.with(new EntryId(new Replica("000000000000000a"), 1));
        assertEquals(say, GovernedRules.apply(operation, seen, Threat.FIELDS, Arrays.asList(fields.split(" "))));
    }

    @ParameterizedTest(name = "{0} with {1} in conflict, governs {2}, may settle {3}: {4}")
    @CsvSource({
        "tier, '', true, false, APPLIES",
        "tier, '', true, true, APPLIES",
        "tier, '', false, true, PROPOSES",
        "tier, tier, false, true, PROPOSES",
        "tier name, tier, true, true, SETTLES",
        "tier name, tier, true, false, REFUSED",
        // an ordinary field is settled by whoever may write it
        "tier name, name, true, false, APPLIES",
        "tier, lro, true, false, APPLIES",
    })
    void a_change_applies_proposes_settles_or_is_refused(
            String fields, String conflict, boolean governs, boolean maySettle, Way way) {
        assertEquals(way, GovernedRules.way(
                Threat.FIELDS,
                Arrays.asList(fields.split(" ")),
                conflict.isEmpty() ? Set.of() : Set.of(conflict),
                governs,
                maySettle));
    }
}
