package fourfold;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every rule of the house finds something among deliberate offenders; a rule that finds nothing guards nothing.
class ArchitectureBitesTest {

    private static final String OFFENDERS = "fourfold.offenders";

    @TestFactory
    Stream<DynamicTest> every_rule_finds_its_offender() {
        JavaClasses offenders = new ClassFileImporter().importPackages(OFFENDERS);
        return Rules.under(OFFENDERS).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertTrue(
                        rule.getValue().allowEmptyShould(true).evaluate(offenders).hasViolation(),
                        () -> "no offender was found against: " + rule.getValue().getDescription())));
    }
}
