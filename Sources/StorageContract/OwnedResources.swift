/// Kinds of resources that belong to an execution or a Map Run: their keys begin with its key as a UUID, and they go when it goes.
package enum OwnedResources {
    /// Snapshots of long logs.
    package static let snapshots = "snapshot"
    /// Items that a reader has found for a Map Run.
    package static let mapRunItems = "mapRunItems"
    /// All of them.
    package static let kinds = [snapshots, mapRunItems]
}
