extension Stack {
    /// From here on what is there under a resource's name is its own.
    mutating func begin(_ logicalID: String) {
        guard let place = resources.firstIndex(where: { $0.logicalID == logicalID }) else { return }
        resources[place].isBegun = true
    }

    /// What a resource that was made in part is called.
    mutating func keep(_ physicalID: String, of logicalID: String) {
        guard let place = resources.firstIndex(where: { $0.logicalID == logicalID }) else { return }
        resources[place].physicalID = physicalID
    }

    /// A replacement came to nothing: the old one has its name again.
    mutating func restoreName(_ old: StackResource) {
        guard let place = resources.firstIndex(where: { $0.logicalID == old.logicalID }) else { return }
        (resources[place].name, resources[place].isBegun) = (old.name, false)
    }

    /// A resource that is to be removed when the operation is over.
    ///
    /// - Parameter isKept: It is left where it is, and only told of.
    mutating func discard(_ resource: StackResource, isKept: Bool) {
        var resource = resource
        resource.deletionPolicy = isKept ? "Retain" : nil
        operation?.garbage.append(resource)
    }
}
