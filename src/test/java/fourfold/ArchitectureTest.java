package fourfold;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

    @Test
    void tests_with_a_window_keep_to_one_thread() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("fourfold");
        classes()
                .that()
                .haveSimpleNameEndingWith("Test")
                .and(DescribedPredicate.describe(
                        "show something",
                        (JavaClass test) -> test.getAccessesFromSelf().stream()
                                .anyMatch(one -> belongToAnyOf(Shots.class, Hand.class).test(one.getTargetOwner()))))
                .should()
                .beAnnotatedWith(Windowed.class)
                .because("there is one screen, and classes of tests run beside each other")
                .check(tests);
    }
}
