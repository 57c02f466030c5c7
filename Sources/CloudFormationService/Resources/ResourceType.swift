import AWSWire
import JSONTree

/// How resources of one type are made, changed and removed: by actions of their service.
///
/// Each may be called again for the same resource after a crash, and then ends the same way.
protocol ResourceType: Sendable {
    /// What its documentation says of it.
    var facts: ResourceFacts { get }
    /// Whether there may be something to do though no property differs, as with a template that lies elsewhere.
    var mayChangeItself: Bool { get }
    /// Whether somebody else's resource has the name that the template gives; asked where making would not tell.
    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool
    /// Makes it; sets what it is called and what it tells as soon as that is known.
    func create(_ work: inout ResourceWork) async throws(ServiceError)
    /// Changes it in place; only properties that need no new resource differ.
    func update(_ work: inout ResourceWork) async throws(ServiceError)
    /// Removes it. That it is gone already is no failure: the caller passes over `isAbsence`.
    func delete(_ work: ResourceWork) async throws(ServiceError)
}

extension ResourceType {
    /// The properties tell all.
    var mayChangeItself: Bool { false }

    /// Making it tells.
    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool { false }
}
