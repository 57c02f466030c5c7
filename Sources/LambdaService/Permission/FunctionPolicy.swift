import JSONTree
import StorageContract

/// The policy of a function, or of one of its versions or aliases: who may use it beside those whose own policies say so.
struct FunctionPolicy: StoredResource {
    /// The ARN it stands at, with qualifier if it has one.
    let arn: String
    var statements: [JSON]
    var revisionID: String

    static let kind = "functionPolicy"
    var key: String { arn }
    var json: JSON {
        ["arn": .string(arn), "statements": .array(statements), "revision": .string(revisionID)]
    }

    /// The document, as GetPolicy shows it.
    var text: String {
        let document: JSON = ["Version": "2012-10-17", "Id": "default", "Statement": .array(statements)]
        return document.text
    }

    /// A policy without statements.
    init(arn: String, revisionID: String) {
        (self.arn, self.revisionID, statements) = (arn, revisionID, [])
    }

    init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue, let revision = json["revision"]?.stringValue,
            let statements = json["statements"]?.arrayValue
        else { return nil }
        self.init(arn: arn, revisionID: revision)
        self.statements = statements
    }
}
