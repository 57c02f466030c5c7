import Synchronization

/// All types of resources, told once they are known: a stack is a type of resource, and its resources have types.
final class TypesLater: Sendable {
    private let types = Mutex(ResourceTypes([]))

    /// The types.
    var value: ResourceTypes { types.withLock { $0 } }

    /// Tells them.
    func set(_ all: ResourceTypes) { types.withLock { $0 = all } }
}
