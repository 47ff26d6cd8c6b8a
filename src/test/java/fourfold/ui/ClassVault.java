package fourfold.ui;

import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A vault that the tests of one class share: it is made before the first of them and gone after the last. Registered as a
/// static extension of the class.
public abstract class ClassVault implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path folder;
    private volatile @Nullable Office office;

    /// Makes the vault.
    protected abstract Office begin(Path folder);

    /// A folder of the class, in which the vault lies.
    public final Path folder() {
        return Objects.requireNonNull(folder);
    }

    /// The desks of whoever is let in.
    public final Office office() {
        return Objects.requireNonNull(office);
    }

    /// Lets somebody else in.
    public void as(String user) {
        if (!office().session().user().equals(user)) office = TestVaults.as(office(), user);
    }

    /// Nobody is let in any more.
    protected void close() {
        office().close();
    }

    @Override
    public final void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("vault-of-tests");
        office = begin(folder.resolve("vault"));
    }

    @Override
    public final void afterAll(ExtensionContext context) throws IOException {
        close();
        try (var all = Files.walk(folder())) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
