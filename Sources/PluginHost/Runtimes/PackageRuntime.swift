/// What runs a package's functions when that is no library of ours: a program that speaks the Lambda Runtime API.
package enum PackageRuntime: Sendable, Equatable {
    /// An executable inside the package, as people upload for `provided.al2023`.
    case bootstrap(path: String)
    /// A language's interpreter with its runtime interface client, found on this machine.
    case managed(ManagedRuntime)
}
