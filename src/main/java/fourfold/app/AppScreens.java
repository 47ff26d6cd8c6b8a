package fourfold.app;

import fourfold.ui.parts.Screen;
import fourfold.ui.place.Place;
import fourfold.ui.shell.Screens;
import fourfold.ui.vault.Door;
import fourfold.ui.vault.VaultScreens;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the screen of every place: the one switch in which features meet.
final class AppScreens implements Screens {

    private final Door door;
    private final Supplier<@Nullable Workspace> workspace;

    /// @param workspace what is open; null while the vault is locked
    AppScreens(Door door, Supplier<@Nullable Workspace> workspace) {
        this.door = door;
        this.workspace = workspace;
    }

    /// What ends after the lock may still want to go somewhere.
    @Override
    public boolean isOutside(Place place) {
        return place.isOutside() || workspace.get() == null;
    }

    @Override
    public Screen at(Place place) {
        return switch (place) {
            case Place.Unlock unlock -> VaultScreens.unlock(door);
            case Place.NewVault newVault -> VaultScreens.make(door);
            default -> {
                var open = workspace.get();
                yield open == null ? VaultScreens.unlock(door) : open.screen(place);
            }
        };
    }
}
