package fourfold.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fourfold.LeftOut;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The themes that the build makes of AtlantaFX's lack nothing that the program uses.
final class ThemeTest {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

    /// One selector with what it sets, or a name for what many share.
    private static Set<String> rules(String sheet) {
        return RULE.matcher(COMMENT.matcher(sheet).replaceAll("")).results()
                .flatMap(rule -> Arrays.stream(rule.group(1).split(","))
                        .map(selector -> selector.strip() + " {" + rule.group(2).replaceAll("\\s+", " ").strip() + "}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> styleClasses(String sheet) {
        return rules(sheet).stream()
                .map(rule -> rule.substring(0, rule.indexOf('{')))
                .flatMap(selector -> STYLE_CLASS.matcher(selector).results().map(one -> one.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aThemeHasRulesOfAtlantaAndNoOthers(String name) {
        var used = rules(LeftOut.used(name));
        assertTrue(used.size() > 250, used.size() + " rules");
        used.removeAll(rules(LeftOut.whole(name)));
        assertEquals(Set.of(), used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void noControlOfTheProgramIsLeftOut(String name) {
        var leftOut = leftOut(name);
        assertTrue(leftOut.contains(styleClassOf("TabPane")), "what JavaFX calls its controls");
        assertEquals(Set.of(), controls().stream().filter(one -> leftOut.contains(styleClassOf(one))).collect(Collectors.toSet()));
    }

    @Test
    void whatIsInsideTheControlsOfTheProgramIsThere() {
        var there = styleClasses(LeftOut.used("light"));
        for (var inside : Set.of(
                "arrow-button", "scroll-bar", "increment-arrow", "thumb", "context-menu", "menu-item", "combo-box-popup", "list-cell",
                "column-header", "column-resize-line", "split-pane-divider", "tooltip", "titled-pane", "progress-bar", "mark", "radio"))
            assertTrue(there.contains(inside), inside);
        assertFalse(there.contains("tab-pane"));
    }

    private static Set<String> leftOut(String name) {
        var classes = styleClasses(LeftOut.whole(name));
        classes.removeAll(styleClasses(LeftOut.used(name)));
        return classes;
    }

    /// The controls of JavaFX and ControlsFX that the program's classes name, and what those are kinds of.
    private static Set<String> controls() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fourfold").stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().matches("javafx\\.scene\\.(control|chart|web)|org\\.controlsfx\\.control.*"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    /// As JavaFX names them: `TableView` is `table-view`.
    private static String styleClassOf(String control) {
        return control.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
