import JSONTree
import StorageContract

/// An alias: a name that leads to one version, or to two by weight.
struct FunctionAlias: StoredResource {
    /// The function's ARN without qualifier.
    let function: String
    let name: String
    /// `$LATEST` or a number.
    var version: String
    var description: String
    /// A second version, and the part of the calls that go to it.
    var additional: Route?
    var revisionID: String

    /// Where some of the calls go.
    struct Route: Sendable, Equatable {
        var version: String
        /// From 0 to 1.
        var weight: Double
    }

    static let kind = "functionAlias"
    var key: String { arn }
    /// The ARN.
    var arn: String { "\(function):\(name)" }

    /// The versions it leads to.
    var versions: [String] { [version] + (additional.map { [$0.version] } ?? []) }

    /// Chooses a version by weight.
    ///
    /// - Parameter chance: Drawn only if there is a choice; any number is as likely as the others.
    func version(by chance: () -> UInt64) -> String {
        guard let additional else { return version }
        return Double(chance() >> 11) / Double(1 << 53) < additional.weight ? additional.version : version
    }

    /// AliasConfiguration.
    var configuration: JSON {
        var json = JSONObject([
            ("AliasArn", .string(arn)), ("Name", .string(name)), ("FunctionVersion", .string(version)),
            ("Description", .string(description)),
        ])
        if let additional {
            json["RoutingConfig"] = [
                "AdditionalVersionWeights": .object(JSONObject([(additional.version, .double(additional.weight))]))
            ]
        }
        json["RevisionId"] = .string(revisionID)
        return .object(json)
    }

    /// The stored form.
    var json: JSON {
        [
            "function": .string(function), "name": .string(name), "version": .string(version),
            "description": .string(description), "revision": .string(revisionID),
            "additional": additional.map { ["version": .string($0.version), "weight": .double($0.weight)] } ?? .null,
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let function = json["function"]?.stringValue, let name = json["name"]?.stringValue,
            let version = json["version"]?.stringValue, let revision = json["revision"]?.stringValue
        else { return nil }
        self.init(
            function: function, name: name, version: version, description: json["description"]?.stringValue ?? "",
            revisionID: revision)
        if let version = json["additional"]?["version"]?.stringValue {
            additional = Route(version: version, weight: json["additional"]?["weight"]?.doubleValue ?? 0)
        }
    }

    /// An alias of one version.
    init(function: String, name: String, version: String, description: String, revisionID: String) {
        self.function = function
        self.name = name
        self.version = version
        self.description = description
        self.revisionID = revisionID
    }
}
