# A first project file, as `wagepact init` writes it.

init-there = there is a project file "{ $file }" already
    .remedy = mend it, or write it anew with --force
init-nothing = no table was found in this folder or in those below it
    .remedy = go to the folder of your files; those that are looked at end in { $endings }
init-written = { $file } was written; look it over, then: { $command }

init-review = Look this over. Paths are relative to this file; a month, such as 2026-10, then stands in place of LOG.
init-agreements = Which agreements hold is yours to say. These come with the program: { $shipped }; others are named by their paths.
init-none = No file here is { $table }.
init-no-rates = Without rates everything is computed at both ends of the band. One rate for all is given so:
init-one-only = { $file } is { $table } too; one is taken: { $first }.
init-refused = { $file } is not read as it is; `wagepact map` drafts a map, which is named here as map = "map.toml". What was said: { $why }.
init-log = { $file } may be a delivery log, but it is not known which of its columns are the courier and the day. If it is one, `wagepact map` drafts a map, which is named here as map = "map.toml".
init-unread = { $file } could not be read: { $why }
init-many = There are more than { $most } files of different names; the others were not looked at.
