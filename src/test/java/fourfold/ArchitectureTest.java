package fourfold;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The program keeps the rules of the house.
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_program_keeps_every_rule() {
        JavaClasses program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fourfold");
        return Rules.under("fourfold").entrySet().stream()
                // a rule about a package that does not exist yet holds
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().allowEmptyShould(true).check(program)));
    }
}
