/// A dropped-in package that is there: its builds, and what it offers.
package struct DroppedInPackage: Sendable {
    package var builds: PackageBuilds
    /// Function names and resource patterns.
    package var handlers: [String]
}
