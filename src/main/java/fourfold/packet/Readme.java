package fourfold.packet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The file `README.txt`: how to check and read a package with public tools, for somebody who has never heard of Fourfold.
final class Readme {

    private Readme() {}

    static byte[] bytes(Manifest manifest) {
        return String.format(
                        Locale.ROOT,
                        """
                        %1$s

                        This folder is package %2$d from %3$s to %4$s,
                        made by the program Fourfold (format version %5$d). It is marked %1$s: handle it so.
                        Package id: %6$s

                        What is in it
                          data/report/summary.pdf            what was sent, what was withheld and why, to read first
                          data/tables/*.csv                  the records as they stand, for a spreadsheet
                          data/datapackage.json              what the columns of the tables are (Frictionless Data Package)
                          data/changes/changes.ndjson        every change, with who made it, when and why: what counts
                          data/manifest.json                 sender, addressee, purpose, counts, handling, completeness

                        How to check it, with GnuPG, unzip and sha256sum, in an empty folder that only you can read
                          gpg --output package.zip --decrypt FILE.bag.zip.gpg
                              Go on only if gpg says "Good signature", names the person you expect, and ends without an error.
                          unzip package.zip
                          gpg --verify tagmanifest-sha256.txt.asc tagmanifest-sha256.txt
                          sha256sum --check --strict tagmanifest-sha256.txt
                          sha256sum --check --strict manifest-sha256.txt
                        The certificates to import first (gpg --import) are those that the sending unit handed over on another
                        way; compare their fingerprints. The last three commands still work when the folder has been filed
                        without its envelope.

                        In the tables, a cell that a spreadsheet would take for a formula begins with an apostrophe that is not
                        part of the text. Lists within a cell are separated by semicolons. Dates are year-month-day.
                        """,
                        manifest.marking().label(),
                        manifest.order().sequence(),
                        DisplayText.clean(manifest.from().agency()),
                        DisplayText.clean(manifest.to().agency()),
                        PacketFormat.VERSION,
                        manifest.id())
                .getBytes(StandardCharsets.UTF_8);
    }
}
