package fourfold.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which moment a person means.
final class UkMomentTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2022-06-21|2022-06-21T22:59:59.999Z",
        "1 OCT 2022|2022-10-01T22:59:59.999Z",
        "1st August 2022|2022-08-01T22:59:59.999Z",
        "31/12/22|2022-12-31T23:59:59.999Z",
        "21 June 2022 14:30|2022-06-21T13:30:00Z",
        "21 June 2022, 9:05|2022-06-21T08:05:00Z",
        "21.06.2022 00:00|2022-06-20T23:00:00Z",
        "1/12/2022 14:30|2022-12-01T14:30:00Z",
        "2022-06-21T10:00:00Z|2022-06-21T10:00:00Z",
        "2022-06-21T10:00:00.250Z|2022-06-21T10:00:00.250Z"
    })
    void a_day_is_known_to_its_end_and_a_time_is_british(String text, String moment) {
        assertEquals(Instant.parse(moment), UkMoment.parse(text, LONDON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "21 June 2022 25:00", "21 June 2022 14:60", "31 June 2022", "14:30", "2022-06-21T", "2022-06-21T10:00"})
    void anything_else_is_refused_with_what_can_be_written(String text) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> UkMoment.parse(text, LONDON));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("\"" + text + "\" is no moment; write a day such as "), wrong::getMessage);
    }
}
