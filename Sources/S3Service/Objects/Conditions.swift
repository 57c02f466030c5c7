import AWSWire
import JSONTree
import ResourceNames

/// What must hold of an object for a request to be done.
///
/// Source: RFC 9110, 13.2.2; Amazon S3 API reference, "Conditional requests".
struct Conditions: Sendable {
    /// What came of them.
    enum Verdict: Equatable {
        case holds
        /// The client has it already: 304.
        case notModified
        /// The name of the header that does not hold.
        case failed(String)
    }

    private let ifMatch: String?
    private let ifNoneMatch: String?
    private let ifModifiedSince: Timestamp?
    private let ifUnmodifiedSince: Timestamp?

    /// Nothing is asked.
    static let none = Conditions()

    private init() { (ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince) = (nil, nil, nil, nil) }

    /// Reads the conditions of a request.
    ///
    /// - Parameter prefix: `CopySource` for those on the source of a copy.
    init(_ input: ActionInput, prefix: String = "") throws(ServiceError) {
        ifMatch = try input.text("\(prefix)IfMatch")
        ifNoneMatch = try input.text("\(prefix)IfNoneMatch")
        ifModifiedSince = input.time("\(prefix)IfModifiedSince")
        ifUnmodifiedSince = input.time("\(prefix)IfUnmodifiedSince")
    }

    /// An entity tag that must match, if there is one.
    init(etag: JSON?) {
        (ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince) = (etag?.stringValue, nil, nil, nil)
    }

    /// Judges a read of an object that is there.
    func verdict(on row: ObjectRow) -> Verdict {
        if let ifMatch {
            if !Self.names(ifMatch, row.etag) { return .failed("If-Match") }
        } else if let ifUnmodifiedSince, row.modifiedAt > ifUnmodifiedSince {
            return .failed("If-Unmodified-Since")
        }
        if let ifNoneMatch { return Self.names(ifNoneMatch, row.etag) ? .notModified : .holds }
        if let ifModifiedSince, row.modifiedAt <= ifModifiedSince { return .notModified }
        return .holds
    }

    /// Judges a write over what is there, or is not.
    ///
    /// - Throws: `PreconditionFailed`; `NoSuchKey` when something that is not there was to match.
    func checkWrite(over row: ObjectRow?, key: String) throws(ServiceError) {
        if let ifMatch {
            guard let row else { throw .noSuchKey(key) }
            if !Self.names(ifMatch, row.etag) { throw .preconditionFailed("If-Match") }
        }
        if let ifNoneMatch, let row, Self.names(ifNoneMatch, row.etag) { throw .preconditionFailed("If-None-Match") }
    }

    /// Whether a list of entity tags names one; `*` names all.
    private static func names(_ list: String, _ etag: String) -> Bool {
        list.split(separator: ",").contains { item in
            var tag = item.drop { $0 == " " }.prefix { $0 != " " }
            if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
            return tag == "*" || tag.filter { $0 != "\"" } == etag
        }
    }
}
