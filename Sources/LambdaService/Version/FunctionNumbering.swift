import JSONTree
import StorageContract

/// How far the versions of a deleted function had come: who makes it anew goes on from there.
///
/// Source: Lambda developer guide, "Manage Lambda function versions".
struct FunctionNumbering: StoredResource {
    /// The function's ARN without qualifier.
    let arn: String
    /// The number of the last version.
    let last: Int

    static let kind = "functionNumbering"
    var key: String { arn }
    var json: JSON { ["function": .string(arn), "last": .integer(Int64(last))] }

    /// Keeps a deleted function's place.
    init(arn: String, last: Int) {
        self.arn = arn
        self.last = last
    }

    init?(json: JSON) {
        guard let arn = json["function"]?.stringValue, let last = json["last"]?.integerValue else { return nil }
        self.init(arn: arn, last: Int(last))
    }
}
