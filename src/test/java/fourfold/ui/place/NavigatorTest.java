package fourfold.ui.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NavigatorTest {

    private final Navigator navigator = new Navigator(new Place.Home());

    @Test
    void backAndForwardFindAPlaceAsItWasLeft() {
        navigator.go(new Place.Threats("tier 1"));
        navigator.memory().keep("selection", "EM-0014");
        navigator.go(new Place.Reviews());
        assertEquals(Optional.empty(), navigator.memory().recall("selection", String.class));
        navigator.back();
        assertEquals(new Place.Threats("tier 1"), navigator.current().get());
        assertEquals(Optional.of("EM-0014"), navigator.memory().recall("selection", String.class));
        navigator.back();
        navigator.forward();
        assertEquals(Optional.of("EM-0014"), navigator.memory().recall("selection", String.class));
    }

    @Test
    void goingSomewhereNewForgetsWhatWasAhead() {
        navigator.go(new Place.Reviews());
        navigator.back();
        navigator.go(new Place.People());
        assertFalse(navigator.canGoForward().get());
        assertTrue(navigator.canGoBack().get());
    }

    @Test
    void whileThePlaceMayNotBeLeftNothingMoves() {
        navigator.guard(() -> false);
        navigator.go(new Place.Reviews());
        assertEquals(new Place.Home(), navigator.current().get());
    }

    @Test
    void afterLockingThereIsNoWayBack() {
        navigator.go(new Place.Reviews());
        navigator.restart(new Place.Unlock());
        navigator.back();
        assertEquals(new Place.Unlock(), navigator.current().get());
    }
}
