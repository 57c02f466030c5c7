import JSONTree
import StorageContract

/// A published version: code and configuration of a function as they were, for ever.
struct FunctionVersion: StoredResource {
    /// From 1; never given twice, not even when the function is made anew.
    let number: Int
    /// The function as it was.
    let record: FunctionRecord
    /// What `$LATEST` was described as, which the version need not be.
    let latestDescription: String

    static let kind = "functionVersion"
    var key: String { Self.key(record.arn, number) }

    /// The row of a version.
    static func key(_ function: String, _ number: Int) -> String { "\(function):\(number)" }

    /// The number a qualifier is; `nil` for an alias and `$LATEST`.
    static func number(_ qualifier: String) -> Int? {
        qualifier.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(qualifier) : nil
    }

    /// Publishes a function as it is.
    ///
    /// - Parameters:
    ///   - pin: The build that is installed now, of a function that is not an upload.
    ///   - description: `nil`: as the function's.
    init(_ number: Int, of function: FunctionRecord, pin: PinnedBuild?, description: String?, revisionID: String) {
        self.number = number
        latestDescription = function.description
        var record = function
        record.version = "\(number)"
        record.pin = pin
        record.description = description ?? function.description
        record.revisionID = revisionID
        self.record = record
    }

    /// Whether publishing the function again would make the same version: then none is made.
    func isUnchanged(_ function: FunctionRecord, pin: PinnedBuild?) -> Bool {
        record.code == function.code && record.pin == pin && record.handler == function.handler
            && record.runtime == function.runtime && record.roleARN == function.roleARN
            && record.timeoutSeconds == function.timeoutSeconds && record.memoryMB == function.memoryMB
            && latestDescription == function.description && record.deadLetterARN == function.deadLetterARN
            && record.tracingMode == function.tracingMode && record.architecture == function.architecture
            && record.ephemeralMB == function.ephemeralMB
            && record.environment.map(\.key) == function.environment.map(\.key)
            && record.environment.map(\.value) == function.environment.map(\.value)
    }

    /// The stored form.
    var json: JSON {
        [
            "number": .integer(Int64(number)), "function": record.json, "latestDescription": .string(latestDescription),
            "build": record.pin.map { ["sha256": .string($0.sha256), "handler": .string($0.handler)] } ?? .null,
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let number = json["number"]?.integerValue,
            var record = json["function"].flatMap(FunctionRecord.init(json:))
        else { return nil }
        record.version = "\(number)"
        if let sha256 = json["build"]?["sha256"]?.stringValue {
            record.pin = PinnedBuild(sha256: sha256, handler: json["build"]?["handler"]?.stringValue ?? "")
        }
        self.number = Int(number)
        self.record = record
        latestDescription = json["latestDescription"]?.stringValue ?? ""
    }
}
