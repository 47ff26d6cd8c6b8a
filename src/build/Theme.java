import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes the program's two themes of AtlantaFX's: the rules that can apply to something in this program. Reading the others
/// cost every start, and each node of every screen was held against them.
///
/// The build runs this file with AtlantaFX on its class path. Argument: the folder to write them to. Every test of a
/// screen fails when something on it is meant by a rule that is left out here, and `ThemeTest` when the program names such a control.
final class Theme {

    /// Controls that the program does not have, JavaFX's and AtlantaFX's, with what only they contain.
    private static final String CONTROLS = "accordion|bb-code|breadcrumbs|calendar|caption-menu-item|card|choice-box|color-palette.*"
            + "|color-picker|custom-color-dialog|custom-text-field|date-picker.*|dialog-pane|html-editor.*|input-group|menu-bar|message"
            + "|modal-box|modal-pane|notification|pagination|popover|progress-indicator|radio-menu-item|ring-progress-indicator"
            + "|segmented-control|selectable-text|slider|spinner|split-menu-button|tab-line|tab-pane|tile|tile-base|toggle-switch|tool-bar"
            + "|tree-cell|tree-table-.*|tree-view|.*chart.*|.*-legend-symbol|default-color\\d";

    /// Looks that no control of the program has.
    private static final String VARIANTS = "button-(outlined|icon|circle)|small|medium|large|rounded|striped|bordered|dense"
            + "|alt-icon|elevated-\\d|title-\\d|text-(bold|bolder|caption|italic|lighter|muted|normal|oblique|on-emphasis|small"
            + "|strikethrough|subtle|underlined)|(bg|border)-.*|edge-to-edge|interactive|no-arrow|no-header|success";

    private static final Pattern UNUSED = Pattern.compile("\\.(" + CONTROLS + "|" + VARIANTS + ")");

    private static final Pattern STYLE_CLASS = Pattern.compile("\\.[A-Za-z][\\w-]*");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    private Theme() {}

    public static void main(String... args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        for (var name : List.of("light", "dark")) {
            var sheet = read("/atlantafx/base/theme/primer-" + name + ".css");
            Files.writeString(folder.resolve("theme-" + name + ".css"), used(sheet));
        }
    }

    private static String read(String resource) throws IOException {
        try (var in = Theme.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("AtlantaFX has no " + resource + ".");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String used(String sheet) {
        var bare = COMMENT.matcher(sheet).replaceAll("");
        var kept = new StringBuilder();
        int rest = 0;
        for (var rule = RULE.matcher(bare); rule.find(); rest = rule.end()) {
            if (!bare.substring(rest, rule.start()).isBlank()) throw notUnderstood();
            var selectors = new ArrayList<String>();
            for (var selector : rule.group(1).split(",")) if (isUsed(selector)) selectors.add(selector.strip());
            if (!selectors.isEmpty())
                kept.append(String.join(", ", selectors)).append(" {").append(rule.group(2).stripTrailing()).append("\n}\n");
        }
        if (!bare.substring(rest).isBlank()) throw notUnderstood();
        return kept.toString();
    }

    private static IllegalStateException notUnderstood() {
        return new IllegalStateException("A style sheet of AtlantaFX has something else than rules in it.");
    }

    private static boolean isUsed(String selector) {
        return STYLE_CLASS.matcher(selector).results().noneMatch(one -> UNUSED.matcher(one.group()).matches());
    }
}
