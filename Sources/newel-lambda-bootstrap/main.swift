import Glibc
import LambdaBootstrap

// The `bootstrap` of a package that `newel plugin pack --target lambda` makes.
exit(LambdaBootstrap(environment: LambdaBootstrap.processEnvironment).run())
