package fourfold.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Questions that stop everything else. There are few: a side sheet or an undo is usually better. In tests they are
/// answered by a script.
public interface Prompts {

    /// A question with two answers.
    ///
    /// @param title what it is about, in a few words
    /// @param text what will happen, in a sentence or two
    /// @param yes the words on the button that does it, a verb
    record Question(String title, String text, String yes) {}

    /// Tells something that must not be missed, with one button to go on.
    void tell(String title, String text);

    /// Asks, and runs `yes` only when the person agrees.
    void ask(Question question, Runnable yes);

    /// Asks for one text that may not be empty, such as a reason.
    void text(Question question, String label, Consumer<String> given);

    /// Tells something with details that can be copied.
    void details(String title, String text, String details);

    /// Asks for a file to read.
    ///
    /// @param endings as in "csv"; none for any file
    void openFile(String title, List<String> endings, Consumer<Path> chosen);

    /// Asks where to write a file.
    void saveFile(String title, String suggestedName, Consumer<Path> chosen);

    /// Asks for a folder.
    void folder(String title, Consumer<Path> chosen);
}
