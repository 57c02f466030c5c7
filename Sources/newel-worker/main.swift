import CNewelSpawn
import Glibc

// Started with a word only to see whether workers can have a /tmp of their own here; the exit code tells.
if CommandLine.argc > 1 { exit(newel_try(Int32(NEWEL_TRY_TEMPORARY)) == 1 ? 0 : 1) }
// Started by the host for one handler of one plugin; serves calls until the host closes its ends.
WorkerProcess().run()
exit(0)
