package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

/// View-models with work done at once: no toolkit is started.
final class ViewModelTest {

    private final InlineWork work = new InlineWork();
    private final Status status = new Status();
    private final List<Throwable> faults = new ArrayList<>();
    private final Tools tools = new Tools(
            work,
            new Faults() {
                @Override
                public void show(Throwable fault) {
                    faults.add(fault);
                }

                @Override
                public void note(Throwable fault) {
                    faults.add(fault);
                }
            },
            status,
            new ScriptedPrompts());

    /// A desk with one plan, that wants a title, and a reason when the title says so.
    private static final class Plans extends ViewModel {

        final Input<String> title = input(Input.text("title", "Title"));
        final Input<Long> count = input(Input.of("count", "Count"));
        final List<String> saved = new ArrayList<>();
        final Command save = command("plan.save", "Save", this::save);

        Plans(Tools tools) {
            super(tools);
        }

        private record Wish(String title, String reason) {}

        private void save() {
            askWithReason(reasons -> new Wish(title.filled(), reasons.text()), Plans::desk, saved::add);
        }

        private static Outcome<String> desk(Wish wish) {
            return switch (wish.title()) {
                case "" -> Outcome.refused(new Problem.Invalid("title", "Give the plan a title."));
                case "odd" -> Outcome.refused(new Problem.Invalid("colour", "Say its colour."));
                case "mine" -> Outcome.refused(new Problem.NotAllowed("You cannot review your own plan."));
                case "fault" -> throw new IllegalStateException("ours");
                case "why" -> wish.reason().isEmpty()
                        ? Outcome.refused(new Problem.NeedsReason("rule", "Say why."))
                        : Outcome.done(wish.title() + " because " + wish.reason());
                default -> Outcome.done(wish.title());
            };
        }
    }

    @Test
    void whatIsDoneReachesTheScreenAndLeavesNoProblem() {
        var plans = new Plans(tools);
        plans.title.set("Op Saffron");
        plans.save.run();
        assertEquals(List.of("Op Saffron"), plans.saved);
        assertNull(plans.problem().get());
    }

    @Test
    void aFlawShowsBesideItsFieldWhichGetsTheKeyboard() {
        var plans = new Plans(tools);
        plans.save.run();
        assertEquals("Give the plan a title.", plans.title.flaw().get());
        assertEquals(1, plans.title.attention().get());
        plans.title.set("O");
        assertEquals("", plans.title.flaw().get());
    }

    @Test
    void aFlawOfAFieldThatTheScreenDoesNotHaveStillShowsInTheBar() {
        var plans = new Plans(tools);
        plans.title.set("odd");
        plans.save.run();
        assertInstanceOf(Problem.Invalid.class, plans.problem().get());
    }

    @Test
    void unreadableTextIsRefusedBeforeTheDeskIsAsked() {
        var plans = new Plans(tools);
        plans.title.set("Op Saffron");
        plans.count.unread().set("\"many\" is not a whole number.");
        plans.save.run();
        assertEquals(List.of(), plans.saved);
        assertEquals(1, plans.count.attention().get());
    }

    @Test
    void aReasonThatARuleWantsIsGivenAndTheWishMadeAgain() {
        var plans = new Plans(tools);
        plans.title.set("why");
        plans.save.run();
        assertInstanceOf(Problem.NeedsReason.class, plans.problem().get());
        plans.giveReason("   ");
        assertEquals(List.of(), plans.saved);
        plans.giveReason(" the SIO is on leave ");
        assertEquals(List.of("why because the SIO is on leave"), plans.saved);
    }

    @Test
    void aFaultIsShownOnceAndIsNoProblemOfThePersons() {
        var plans = new Plans(tools);
        plans.title.set("fault");
        plans.save.run();
        assertEquals(1, faults.size());
        assertNull(plans.problem().get());
        assertTrue(plans.save.possible());
    }

    @Test
    void aRefusalAfterTheScreenWasLeftIsSaidInTheStatusLine() {
        var plans = new Plans(tools);
        plans.title.set("mine");
        work.hold();
        plans.save.run();
        plans.close();
        work.letGo();
        assertEquals("You cannot review your own plan.", status.message().get().text());
    }

    @Test
    void nothingElseCanBeSavedWhileSomethingIsBeingSaved() {
        var plans = new Plans(tools);
        plans.title.set("Op Saffron");
        work.hold();
        plans.save.run();
        assertEquals("Something is still being saved.", plans.save.run());
        work.letGo();
        assertTrue(plans.save.possible());
        assertEquals(1, plans.saved.size());
    }

    @Test
    void theNewestQuestionWinsAndAnOvertakenOneIsNeverPut() {
        var input = new SimpleStringProperty("a");
        var asked = new ArrayList<String>();
        work.hold();
        try (var query = new Query<>(tools, "Reading", input, text -> {
            asked.add(text);
            return Outcome.done(text);
        })) {
            input.set("ab");
            input.set("abc");
            assertInstanceOf(Query.State.Loading.class, query.state().get());
            work.letGo();
            assertEquals(List.of("abc"), asked);
            assertEquals("abc", query.now());
        }
    }

    @Test
    void aQueryWhoseAnswerIsAtHandAsksNobodyUntilItsInputChanges() {
        var input = new SimpleStringProperty("a");
        var asked = new ArrayList<String>();
        try (var query = new Query<>(tools, Asker.reading("Reading"), Optional.of("known"), input, text -> {
            asked.add(text);
            return Outcome.done(text);
        })) {
            assertTrue(query.ready().getValue());
            assertEquals("known", query.now());
            assertEquals(List.of(), asked);
            input.set("b");
            assertEquals(List.of("b"), asked);
            assertEquals("b", query.now());
        }
    }

    @Test
    void aQueryKeepsWhatItReadWhileItReadsAgainAndSaysWhenThatFails() {
        var input = new SimpleStringProperty("good");
        try (var query = new Query<String>(tools, "Reading", input, text -> {
            if (text.equals("bad")) {
                throw new IllegalStateException();
            }
            return Outcome.done(text);
        })) {
            assertTrue(query.ready().getValue());
            input.set("bad");
            assertInstanceOf(Query.State.Failed.class, query.state().get());
            assertEquals("good", query.now());
            assertFalse(query.ready().getValue());
            assertEquals(1, faults.size());
        }
    }

    @Test
    void aQueryAsksAgainWhenItsSignalSoundsAndNoMoreAfterItIsClosed() {
        var listeners = new ArrayList<Runnable>();
        var asked = new ArrayList<String>();
        var query = new Query<>(tools, "Reading", new SimpleStringProperty("x"), text -> {
            asked.add(text);
            return Outcome.done(text);
        }, listener -> {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        });
        listeners.getFirst().run();
        assertEquals(2, asked.size());
        query.close();
        assertEquals(List.of(), listeners);
    }
}
