package fourfold.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Takes the indexes away while tables are filled from nothing, and makes them from the full tables: sorted once, instead of
/// grown at random places, which would write the store's file many times over. Primary keys stay.
final class Indexes {

    private static final Pattern DEFINITION = Pattern.compile("CREATE (?:UNIQUE |NULLS DISTINCT )*INDEX (\\S+) ON .*");

    private final Connection connection;
    private final List<String> definitions;

    private Indexes(Connection connection, List<String> definitions) {
        this.connection = connection;
        this.definitions = List.copyOf(definitions);
    }

    /// Drops all indexes.
    static Indexes taken(Connection connection) throws SQLException {
        var definitions = new ArrayList<String>();
        try (var ask = connection.createStatement()) {
            try (var lines = ask.executeQuery("script nodata nopasswords nosettings")) {
                while (lines.next()) {
                    var definition = lines.getString(1).replaceFirst(";$", "");
                    if (DEFINITION.matcher(definition).matches()) definitions.add(definition);
                }
            }
            for (var definition : definitions) {
                var name = DEFINITION.matcher(definition);
                if (name.matches()) ask.execute("drop index " + name.group(1));
            }
        }
        return new Indexes(connection, definitions);
    }

    /// Makes them again.
    void make() throws SQLException {
        make(name -> true);
    }

    /// Makes those again whose names are wanted.
    void make(Predicate<String> wanted) throws SQLException {
        try (var ask = connection.createStatement()) {
            for (var definition : definitions) {
                var name = DEFINITION.matcher(definition);
                if (name.matches() && wanted.test(bare(name.group(1)))) ask.execute(definition);
            }
        }
    }

    /// The name without schema and quotation marks, in small letters.
    private static String bare(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
