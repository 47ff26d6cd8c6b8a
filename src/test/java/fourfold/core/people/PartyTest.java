package fourfold.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is who by what a record calls them.
class PartyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "LRO 001 (X11007)       | Another Name ( x11007 ) | true",
        "Jo Smith (EMSOU01)     | J. Smith (emsou01)      | true",
        "Jo Smith (JSMITH)      | jo smith (jsmith)       | true",
        "Insp Ash (EMSOU)       | Insp Birch (EMSOU)      | false",
        "Duty inspector (EMSOU) | Duty inspector (EMSOU)  | true",
        "Jo Smith (X1) (EM-12)  | Jo Smith (EM-12)        | true",
        "Jo Smith (X1)          | Jo Smith (X2)           | false",
        "Jo Smith               | Jo Smith                | false",
        "Jo Smith (on leave)    | Jo Smith (on leave)     | false",
        "\"\"                   | \"\"                    | false",
    })
    void two_labels_name_one_person_by_the_user_id_in_their_last_brackets(String one, String other, boolean same) {
        assertEquals(same, Party.samePerson(one, other));
        assertEquals(same, Party.samePerson(other, one));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "Jo Smith (X11007)  | x11007 | true",
        "Jo Smith (JSMITH)  | JSMITH | true",
        "Jo Smith (EM-1234) | em-1234 | true",
        "X11007             | X11007 | true",
        "Jo Smith (X11007)  | X1100  | false",
        "Jo Smith (X11007) (Z2) | X11007 | false",
        "Jo Smith           | JSMITH | false",
        "\"\"               | \"\"   | false",
    })
    void a_label_names_the_user_of_its_last_brackets(String label, String user, boolean names) {
        assertEquals(names, Party.is(label, user));
    }
}
